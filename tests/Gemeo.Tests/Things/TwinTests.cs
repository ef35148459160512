using Gemeo.Things;

namespace Gemeo.Tests.Things;

/// <summary>Orders when the disk fails, the device stutters or the server was away.</summary>
public sealed class TwinTests
{
    static readonly TimeSpan _longQueue = TimeSpan.FromDays(1);

    static async Task<TwinRig> Rig(bool on = false, bool online = true)
    {
        var rig = new TwinRig();
        await rig.Report(rig.Online(online), rig.State(on));
        return rig;
    }

    [Fact]
    public async Task A_device_that_says_twice_that_it_is_back_gets_its_queued_order_once()
    {
        await using var rig = await Rig(online: false);
        var blink = (await rig.Ask("piscar", _longQueue)).Command!;
        await rig.Report(rig.Online(true), rig.Online(true));
        await rig.Until(() => rig.Steps(blink.Id).Length > 1, "the order");
        await rig.Report(rig.Online(true));
        Assert.Equal(["pending", "sent"], rig.Steps(blink.Id));
        Assert.Single(rig.Wire.Sent);
    }

    [Fact]
    public async Task What_the_broker_kept_confirms_no_order()
    {
        await using var rig = await Rig();
        var (id, answer) = await rig.Send("ligar");
        await rig.Report(rig.State(true, retained: true));
        Assert.Equal(["pending", "sent"], rig.Steps(id));
        await rig.Report(rig.State(true));
        Assert.Equal(CommandState.Confirmed, (await answer).Command!.State);
    }

    [Fact]
    public async Task An_order_whose_end_cannot_be_written_is_answered_so_and_ends_on_record_when_it_can()
    {
        await using var rig = await Rig();
        var (id, answer) = await rig.Send("ligar");
        rig.DiskFails = true;
        await rig.Until(() => answer.IsCompleted, "an answer");
        Assert.Equal(OrderFault.Unrecorded, (await answer).Fault);
        Assert.Equal(["pending", "sent"], rig.Steps(id));
        rig.DiskFails = false;
        await rig.Until(() => !rig.Disk.FindCommand(id)!.Open, "the end on record");
        Assert.Equal(["pending", "sent", "expired no-answer"], rig.Steps(id));
    }

    [Fact]
    public async Task An_order_whose_confirmation_is_lost_still_ends_at_its_deadline()
    {
        await using var rig = await Rig();
        var (id, answer) = await rig.Send("ligar");
        rig.DiskFails = true;
        await Assert.ThrowsAnyAsync<Exception>(() => rig.Report(rig.State(true)));
        rig.DiskFails = false;
        await rig.Until(() => answer.IsCompleted, "an answer");
        Assert.Equal(["pending", "sent", "expired no-answer"], rig.Steps(id));
    }

    [Fact]
    public async Task An_order_that_cannot_be_written_is_not_sent_and_leaves_nothing_behind()
    {
        await using var rig = await Rig();
        rig.DiskFails = true;
        Assert.Equal(OrderFault.LogUnavailable, (await rig.Ask("ligar")).Fault);
        Assert.Equal(OrderFault.LogUnavailable, (await rig.Ask("ligar", wait: false)).Fault);
        rig.DiskFails = false;
        Assert.Empty(rig.Wire.Sent);
        var (_, answer) = await rig.Send("ligar");
        await rig.Report(rig.State(true));
        Assert.Equal(CommandState.Confirmed, (await answer).Command!.State);
    }

    [Fact]
    public async Task A_queued_order_whose_sending_cannot_be_written_stays_queued_and_goes_later()
    {
        await using var rig = await Rig(online: false);
        var blink = (await rig.Ask("piscar", _longQueue)).Command!;
        var commits = 0;
        rig.Disk.BeforeCommit = _ => { if (++commits == 2) throw new Gemeo.Log.LogUnavailableException("full"); };
        await rig.Report(rig.Online(true));
        await rig.Until(() => commits >= 2, "the failed commit");
        await rig.Report(rig.State(false));
        await rig.Until(() => rig.Wire.Sent.Count == 1, "the order");
        Assert.Equal(["pending", "sent"], rig.Steps(blink.Id));
    }

    [Fact]
    public async Task An_older_queued_wish_gives_way_only_when_the_newer_one_is_on_disk()
    {
        await using var rig = await Rig(online: false);
        var on = (await rig.Ask("ligar", _longQueue)).Command!;
        rig.DiskFails = true;
        Assert.Equal(OrderFault.LogUnavailable, (await rig.Ask("desligar", _longQueue)).Fault);
        rig.DiskFails = false;
        await rig.Report(rig.Online(true));
        await rig.Until(() => rig.Wire.Sent.Count == 1, "the first wish");
        Assert.Equal("ON", rig.Wire.Sent.Single().Text);
        Assert.Equal(["pending", "sent"], rig.Steps(on.Id));
    }

    [Fact]
    public async Task Of_two_queued_wishes_for_one_property_the_newer_goes_out_and_the_older_is_told_so()
    {
        await using var rig = await Rig(online: false);
        var (on, off) = ((await rig.Ask("ligar", _longQueue)).Command!, (await rig.Ask("desligar", _longQueue)).Command!);
        await rig.Report(rig.Online(true));
        await rig.Until(() => !rig.Wire.Sent.IsEmpty, "the newer wish");
        Assert.Equal("OFF", rig.Wire.Sent.Single().Text);
        Assert.Equal(["pending", "failed superseded"], rig.Steps(on.Id));
        Assert.Equal("sent", rig.Steps(off.Id).Last());
    }

    [Fact]
    public async Task A_queued_order_keeps_its_own_time_limit_over_a_restart()
    {
        await using var rig = await Rig(online: false);
        var on = (await rig.Ask("ligar", TimeSpan.FromHours(2))).Command!;
        await rig.Restart(after: TimeSpan.FromMinutes(90));
        await rig.Until(() => !rig.Disk.FindCommand(on.Id)!.Open, "its end", TimeSpan.FromMinutes(1));
        Assert.Equal("no-answer", rig.Stored(on.Id).Reason);
        Assert.InRange(rig.Stored(on.Id).Ended!.Value - rig.Stored(on.Id).Created, TimeSpan.FromHours(2), TimeSpan.FromMinutes(125));
    }

    [Fact]
    public async Task A_queued_order_whose_device_came_back_just_before_a_crash_goes_out_after_it()
    {
        await using var rig = await Rig(online: false);
        var blink = (await rig.Ask("piscar", _longQueue)).Command!;
        var commits = 0;
        rig.Disk.BeforeCommit = _ => { if (++commits == 2) throw new Gemeo.Log.LogUnavailableException("crash"); };
        await rig.Report(rig.Online(true));
        await rig.Until(() => commits >= 2, "the crash");
        await rig.Restart();
        await rig.Until(() => !rig.Wire.Sent.IsEmpty, "the order");
        Assert.Equal(["pending", "sent"], rig.Steps(blink.Id));
    }

    [Fact]
    public async Task After_a_crash_a_harmless_order_is_sent_again()
    {
        await using var rig = await Rig();
        var (on, _) = await rig.Send("ligar");
        await rig.Restart();
        await rig.Until(() => rig.Wire.Sent.Count == 2, "the order once more");
        Assert.Equal(["ON", "ON"], rig.Wire.Sent.Select(s => s.Text));
        await rig.Report(rig.State(true));
        Assert.Equal("confirmed", rig.Steps(on).Last());
    }

    [Fact]
    public async Task After_a_crash_an_order_that_would_do_more_when_sent_twice_ends_as_unknown()
    {
        await using var rig = await Rig();
        var (on, _) = await rig.Send("alternar");
        await rig.Restart();
        await rig.Until(() => !rig.Disk.FindCommand(on)!.Open, "its end");
        Assert.Equal(["pending", "sent", "expired restarted"], rig.Steps(on));
        Assert.Single(rig.Wire.Sent);
    }

    [Fact]
    public async Task An_order_from_before_a_long_absence_is_not_sent_again()
    {
        await using var rig = await Rig();
        var (on, _) = await rig.Send("ligar");
        await rig.Restart(after: TimeSpan.FromDays(3));
        await rig.Until(() => !rig.Disk.FindCommand(on)!.Open, "its end");
        Assert.Single(rig.Wire.Sent);
        Assert.Equal("expired restarted", rig.Steps(on).Last());
    }

    [Fact]
    public async Task An_activation_that_was_overtaken_does_not_end_what_the_other_one_ended()
    {
        await using var rig = await Rig();
        var (on, _) = await rig.Send("ligar");
        await rig.Overtake();
        await rig.Until(() => rig.Wire.Sent.Count == 2, "the order once more", TimeSpan.Zero);
        await rig.Report(rig.State(true));
        Assert.Equal("confirmed", rig.Steps(on).Last());
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.Ask("ligar");
        Assert.Equal(CommandState.Confirmed, rig.Stored(on).State);
        Assert.Equal("confirmed", rig.Steps(on).Last());
    }

    [Fact]
    public async Task An_order_that_the_link_cannot_carry_ends_as_not_sent_whatever_the_reason()
    {
        await using var rig = await Rig();
        rig.Wire.Breaks = () => throw new InvalidCastException("a bug");
        var answer = await rig.Ask("ligar");
        Assert.Equal((CommandState.Failed, "not-sent"), (answer.Command!.State, answer.Command.Reason));
        rig.Wire.Breaks = null;
        var (_, again) = await rig.Send("ligar");
        await rig.Report(rig.State(true));
        Assert.Equal(CommandState.Confirmed, (await again).Command!.State);
    }

    [Fact]
    public async Task A_report_that_comes_before_the_link_is_done_confirms()
    {
        await using var rig = await Rig();
        var held = new TaskCompletionSource();
        rig.Wire.Breaks = () => held.Task;
        var answer = rig.Ask("ligar");
        await Wait.Until(() => rig.Disk.OpenCommands("lamp").Count == 1, "the order on record");
        await Wait.For(async () =>
        {
            await rig.Report(rig.State(true), rig.State(false), rig.State(true));
            return answer.IsCompleted || rig.Disk.OpenCommands("lamp").Count == 0 ? "" : null;
        }, "the confirmation");
        held.SetResult();
        Assert.Equal(CommandState.Confirmed, (await answer).Command!.State);
    }

    [Fact]
    public async Task Two_people_with_opposite_wishes_are_each_told_what_became_of_theirs()
    {
        await using var rig = await Rig();
        var (_, on) = await rig.Send("ligar");
        var (_, off) = await rig.Send("desligar");
        await rig.Report(rig.State(true));
        await rig.Report(rig.State(false));
        Assert.Equal((CommandState.Confirmed, CommandState.Confirmed), ((await on).Command!.State, (await off).Command!.State));
        Assert.Equal(["ON", "OFF"], rig.Wire.Sent.Select(s => s.Text));
    }

    [Fact]
    public async Task Who_does_not_wait_is_answered_with_what_is_on_disk()
    {
        await using var rig = await Rig();
        var gate = new ManualResetEventSlim();
        rig.Disk.BeforeCommit = _ => gate.Wait(TimeSpan.FromSeconds(20));
        var (first, joined) = (rig.Ask("ligar", wait: false), rig.Ask("ligar", wait: false));
        await Task.WhenAny(first, joined, Task.Delay(200));
        Assert.False(first.IsCompleted || joined.IsCompleted);
        gate.Set();
        Assert.Equal((await first).Command!.Id, (await joined).Command!.Id);
        Assert.NotNull(rig.Disk.FindCommand((await first).Command!.Id));
    }

    [Fact]
    public async Task A_device_that_reports_before_it_says_that_it_is_back_is_reconciled_too()
    {
        await using var rig = await Rig();
        var (_, answer) = await rig.Send("ligar");
        await rig.Report(rig.State(true));
        await answer;
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await rig.Report(rig.Online(false));
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await rig.Report(rig.State(false));
        await rig.Report(rig.Online(true));
        await Wait.Until(() => rig.Wire.Sent.Count == 2, "the desired state sent again");
        Assert.Equal("ON", rig.Wire.Sent.Last().Text);
    }

    [Fact]
    public async Task The_desired_state_is_reconciled_though_the_first_report_was_lost_with_the_disk()
    {
        await using var rig = await Rig();
        var (_, answer) = await rig.Send("ligar");
        await rig.Report(rig.State(true));
        await answer;
        await rig.Report(rig.Online(false));
        await rig.Report(rig.Online(true));
        rig.DiskFails = true;
        await Assert.ThrowsAnyAsync<Exception>(() => rig.Report(rig.State(false)));
        rig.DiskFails = false;
        await rig.Report(rig.State(false));
        await Wait.Until(() => rig.Wire.Sent.Count == 2, "the desired state sent again");
    }

    static Reading Timed(string value, long at, Gemeo.Log.EntryKind kind = Gemeo.Log.EntryKind.Property) => new(kind, "nivel", System.Text.Encoding.UTF8.GetBytes(value), 1, at);

    [Fact]
    public async Task What_a_broker_delivers_again_after_a_crash_is_known_by_its_own_time()
    {
        await using var rig = new TwinRig();
        Reading[] sent = [Timed("1", 10), Timed("2", 20), Timed("1", 20), Timed("\"x\"", 20, Gemeo.Log.EntryKind.Event), Timed("3", 30)];
        await rig.Report(sent);
        await rig.Restart();
        foreach (var reading in sent) await rig.Report(reading);
        await rig.Report(Timed("4", 40));
        Assert.Equal(["1", "2", "1", "\"x\"", "3", "4"], rig.Disk.Read(0, 100).Where(e => e.Name == "nivel").Select(e => System.Text.Encoding.UTF8.GetString(e.Value)));
    }

    [Fact]
    public async Task A_late_reading_that_was_never_told_is_told()
    {
        await using var rig = new TwinRig();
        await rig.Report(Timed("2", 20));
        await rig.Report(Timed("1", 10));
        await rig.Report(Timed("2", 20));
        Assert.Equal(["2", "1"], rig.Disk.Read(0, 100).Where(e => e.Name == "nivel").Select(e => System.Text.Encoding.UTF8.GetString(e.Value)));
    }
}
