using Gemeo.Client;
using UnityEngine;
using UnityEngine.EventSystems;
using UnityEngine.InputSystem;

namespace Gemeo.Unity.Tests.Actions;

public sealed class ActionOnClickTests
{
    [Fact]
    public async Task A_click_is_pending_until_the_lamp_reported_and_then_confirmed_with_the_servers_sentence()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var said = new List<string>();
            var button = Button(said, b => (b.Does, b.Shortcut) = (ClickDoes.Shortcut, "/lab/ligar_luz"));
            button.Run();
            Assert.Equal(ClickState.Pending, button.State);
            button.Run();
            await player.Until(() => rig.Orders.Length > 0, "the order at the lamp");
            Assert.Equal(ClickState.Pending, button.State);
            await rig.Report(true);
            await player.Until(() => button.State == ClickState.Confirmed, "the end");
            Assert.Equal(["pending", "confirmed: Luz ligada com sucesso!"], said);
            Assert.Equal(["ON"], rig.Orders);
        });
    }

    [Fact]
    public async Task An_unplugged_lamp_fails_it_with_503_and_one_that_does_not_answer_with_504_and_the_servers_erro()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var said = new List<string>();
            var button = Button(said, b => (b.Does, b.Action) = (ClickDoes.Action, "ligar"));
            button.Run();
            await player.Until(() => button.State == ClickState.Failed, "the deadline");
            Assert.Equal(504, Assert.IsType<NoAnswerException>(button.Why).Refusal.Status);
            await rig.Unplug();
            button.Run();
            await player.Until(() => button.State == ClickState.Failed, "the refusal");
            Assert.Equal(503, Assert.IsType<NotSentException>(button.Why).Refusal.Status);
            Assert.Equal(["pending", "failed: O dispositivo não respondeu", "pending", "failed: O dispositivo está desligado ou fora da rede."], said);
        });
    }

    [Fact]
    public async Task A_toggle_writes_the_opposite_of_what_was_reported()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await Player.Play(async player =>
        {
            var connection = await player.Open(rig.Server.Url);
            var button = Button([], b => b.PropertyName = "ligada");
            var lamp = connection.Client.Things["lamp"]["ligada"];
            foreach (var on in new[] { true, false, true })
            {
                button.Run();
                await player.Until(() => button.State == ClickState.Confirmed && lamp.Value.Boolean == on, $"{on}");
            }
            Assert.Equal(["ON", "OFF", "ON"], rig.Orders);
        });
    }

    [Fact]
    public async Task Input_is_JSON_and_what_is_none_is_said()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var said = new List<string>();
            var button = Button(said, b => (b.Does, b.PropertyName, b.Input) = (ClickDoes.Write, "ligada", "true"));
            button.Run();
            await player.Until(() => button.State == ClickState.Confirmed, "the order");
            button.Input = "\"hot\"";
            button.Run();
            await player.Until(() => button.State == ClickState.Failed, "the refusal");
            Assert.IsType<BadValueException>(button.Why);
            button.Input = "{";
            button.Run();
            await player.Until(() => button.State == ClickState.Failed && button.Why is BadAnswerException, "what is no JSON");
            Assert.Equal(["pending", "confirmed: Feito.", "pending", "failed: O valor não cabe no que a coisa aceita."], said[..4]);
        });
    }

    [Fact]
    public async Task One_click_told_by_the_EventSystem_by_the_old_and_by_the_new_input_is_one_order()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            Scenes.Put<Camera>();
            var button = Button([], b => (b.Does, b.Action) = (ClickDoes.Action, "piscar"));
            var pointer = new Pointer();
            Pointer.current = pointer;
            player.Aim = button.gameObject.AddComponent<BoxCollider>();
            try
            {
                pointer.press._released = true;
                player.Frame();
                pointer.press._released = false;
                button.SendMouse();
                ((IPointerClickHandler)button).OnPointerClick(new PointerEventData());
                Assert.Equal(ClickState.Pending, button.State);
                await player.Until(() => button.State == ClickState.Confirmed, "the order");
                await player.Until(() => rig.Blinks.Length > 0, "the lamp");
                Assert.Single(rig.Blinks);
            }
            finally { Pointer.current = null; }
        });
    }

    [Fact]
    public async Task A_click_on_a_button_of_the_screen_does_not_go_through_to_the_lamp_behind_it()
    {
        await using var rig = await LampRig.Start(null);
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            Scenes.Put<Camera>();
            var events = Scenes.Put<EventSystem>(e => e._over = true);
            var button = Button([], b => b.PropertyName = "ligada");
            var pointer = new Pointer();
            Pointer.current = pointer;
            player.Aim = button.gameObject.AddComponent<BoxCollider>();
            try
            {
                pointer.press._released = true;
                player.Frame();
                button.SendMouse();
                Assert.Equal(ClickState.Idle, button.State);
                events._over = false;
                player.Frame();
                Assert.Equal(ClickState.Pending, button.State);
            }
            finally { Pointer.current = null; }
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Destroyed_or_disabled_while_the_order_is_under_way_it_tells_nobody_and_throws_nothing(bool destroyed)
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var said = new List<string>();
            var button = Button(said, b => (b.Does, b.Action) = (ClickDoes.Action, "ligar"));
            button.Run();
            await player.Until(() => rig.Orders.Length > 0, "the order at the lamp");
            if (destroyed) UnityEngine.Object.DestroyImmediate(button.gameObject);
            else button.enabled = false;
            await rig.Report(true);
            await rig.Server.Property("lamp", "ligada", v => v.GetValue<bool>());
            await player.Frames(20);
            Assert.Equal(["pending"], said);
            if (destroyed) return;
            button.enabled = true;
            rig.Deaf = false;
            button.Run();
            await player.Until(() => button.State == ClickState.Confirmed, "the next order");
        });
    }

    static ActionOnClick Button(List<string> said, Action<ActionOnClick> set) => Scenes.Put<ActionOnClick>(b =>
    {
        b.ThingId = "lamp";
        b.onPending.AddListener(() => said.Add("pending"));
        b.onConfirmed.AddListener(s => said.Add("confirmed: " + s));
        b.onFailed.AddListener(s => said.Add("failed: " + s));
        set(b);
    });
}

static class Clicking
{
    // As Unity does, which finds the method by its name.
    public static void SendMouse(this ActionOnClick button) =>
        typeof(ActionOnClick).GetMethod("OnMouseUpAsButton", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(button, null);
}
