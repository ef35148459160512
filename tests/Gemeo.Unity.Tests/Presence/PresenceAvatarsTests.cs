using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity.Tests.Presence;

public sealed class PresenceAvatarsTests
{
    [Fact]
    public async Task Others_come_move_are_named_and_go()
    {
        await using var server = await TestServer.Start();
        await Player.Play(async player =>
        {
            var (ana, bia) = (await player.Open(server.Url), await player.Open(server.Url));
            var (anaStands, biaStands) = (new GameObject("ana").transform, new GameObject("bia").transform);
            (anaStands.position, anaStands.rotation) = (new Vector3(1, 0, 2), Quaternion.Euler(0, 90, 0));
            var (hers, his) = (Crowd(ana, "Ana", anaStands), Crowd(bia, "Bia", biaStands));
            await player.Until(() => hers.transform.childCount == 1 && his.transform.childCount == 1, "each other");
            var seen = his.transform.GetChild(0);
            Assert.Equal("Ana", seen.GetComponentInChildren<TextMesh>().text);
            Assert.True(seen.position == new Vector3(1, 0, 2));
            Assert.True(seen.forward - new Vector3(1, 0, 0) == Vector3.zero);
            anaStands.position = new Vector3(4, 0, -3);
            var (last, steps) = (seen.position, 0);
            await player.Until(() =>
            {
                if (seen.position != last) steps++;
                last = seen.position;
                return seen.position == new Vector3(4, 0, -3);
            }, "the other place");
            Assert.True(steps > 3, $"it jumped there in {steps} steps");
            hers.enabled = false;
            await player.Until(() => his.transform.childCount == 0, "an empty room");
            Assert.Equal(0, hers.transform.childCount);
        });
    }

    [Fact]
    public async Task The_server_is_told_the_scenes_axes_relative_to_where_the_room_stands()
    {
        await using var server = await TestServer.Start();
        await using var watcher = await server.Live("?thing=-");
        await Player.Play(async player =>
        {
            var connection = await player.Open(server.Url);
            var me = new GameObject("me").transform;
            (me.position, me.rotation) = (new Vector3(11, 1.5f, 22), Quaternion.Euler(0, 180, 0));
            Crowd(connection, "Ana", me, new Vector3(10, 0, 20));
            await player.Until(() => connection.Client.Presence.You is not null, "the room");
            await watcher.Say(new { type = "join", room = "lab", name = "Caio", pose = new[] { 0, 0, 0, 0 } });
            var room = await watcher.Next(m => m["type"]?.GetValue<string>() == "room");
            var pose = room["people"]![0]!["pose"]!.AsArray().Select(n => n!.GetValue<double>()).ToArray();
            Assert.Equal([1, 1.5, -2, 0], pose.Select(n => Math.Round(Math.Abs(n) < 0.001 ? 0 : n, 3)));
        });
    }

    [Fact]
    public async Task After_a_lost_connection_everybody_is_still_there_and_nobody_twice()
    {
        await using var rig = await LampRig.Start(null);
        await Player.Play(async player =>
        {
            var (ana, bia) = (await player.Open(rig.Server.Url), await player.Open(rig.Server.Url));
            var (hers, his) = (Crowd(ana, "Ana", new GameObject("ana").transform), Crowd(bia, "Bia", new GameObject("bia").transform));
            await player.Until(() => hers.transform.childCount == 1 && his.transform.childCount == 1, "each other");
            ana.enabled = false;
            await player.Until(() => ana.Status.State == LinkState.Closed, "the end");
            ana.enabled = true;
            await player.Until(() => ana.Status.State == LinkState.Open && hers.transform.childCount == 1 && his.transform.childCount == 1, "each other again");
        });
    }

    [Fact]
    public async Task An_unknown_room_is_refused_in_the_servers_words()
    {
        await using var server = await TestServer.Start();
        await Player.Play(async player =>
        {
            var connection = await player.Open(server.Url);
            var refused = new List<string>();
            Scenes.Put<PresenceAvatars>(p =>
            {
                (p.Connection, p.Room) = (connection, "nowhere");
                p.onRefused.AddListener(refused.Add);
            });
            await player.Until(() => refused.Count == 1, "the refusal");
            Assert.Equal("O valor não cabe no que a coisa aceita.", refused[0]);
        });
    }

    static PresenceAvatars Crowd(GemeoConnection connection, string name, Transform tracked, Vector3 origin = default)
    {
        var prefab = new GameObject("somebody");
        prefab.SetActive(false);
        var label = new GameObject("name");
        label.AddComponent<TextMesh>();
        label.transform.SetParent(prefab.transform, false);
        prefab.SetActive(true);
        return Scenes.Put<PresenceAvatars>(p => (p.transform.position, p.Connection, p.Room, p.PersonName, p.Tracked, p.AvatarPrefab) = (origin, connection, "lab", name, tracked, prefab));
    }
}
