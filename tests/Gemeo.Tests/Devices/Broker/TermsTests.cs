using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Devices.Broker;

/// <summary>What an MQTT 5 client is told when it comes, and what happens to one that does not keep to it.</summary>
public sealed class TermsTests : IAsyncLifetime
{
    TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    Task<Packets> Connect(string id, Action<MqttConnectPacket>? how = null) => Packets.Connect(_server.MqttPort, id, how);

    [Fact]
    public async Task A_client_is_told_what_the_broker_takes_and_the_id_that_it_was_given()
    {
        using var client = await Connect("");
        var told = client.Answer;
        Assert.Equal(MqttConnectReasonCode.Success, told.ReasonCode);
        Assert.NotEmpty(told.AssignedClientIdentifier);
        Assert.Equal((256u << 10, 1000, 64, true), (told.MaximumPacketSize, told.ReceiveMaximum, told.TopicAliasMaximum, told.SharedSubscriptionAvailable));
        using var named = await Connect("named");
        Assert.Null(named.Answer.AssignedClientIdentifier);
    }

    // Without an id and with a session to keep, which MQTTnet's own encoder would not send.
    [Theory]
    [InlineData(new byte[] { 0x10, 13, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', 5, 0, 0, 60, 0, 0, 0 }, true)]
    [InlineData(new byte[] { 0x10, 12, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', 4, 0, 0, 60, 0, 0 }, false)]
    public async Task A_session_without_an_id_is_for_MQTT_5_only(byte[] connect, bool taken)
    {
        using var raw = new System.Net.Sockets.TcpClient("127.0.0.1", _server.MqttPort);
        await raw.GetStream().WriteAsync(connect);
        var answer = new byte[4];
        Assert.Equal(taken ? 4 : 0, await raw.GetStream().ReadAtLeastAsync(answer, 4, throwOnEndOfStream: false));
        if (taken) Assert.Equal([0x20, 0], [answer[0], answer[3]]);
        using var clean = await Packets.Connect(_server.MqttPort, "", version: MqttProtocolVersion.V311);
        Assert.Equal(MqttConnectReturnCode.ConnectionAccepted, clean.Answer.ReturnCode);
    }

    [Fact]
    public async Task An_alias_stands_for_its_topic_on_its_own_connection_only()
    {
        using var client = await Connect("one");
        using var ear = await Connect("ear");
        await ear.Hear(("alias", 0));
        await client.Say("alias", "first", how: p => p.TopicAlias = 64);
        await client.Say("", "second", how: p => p.TopicAlias = 64);
        Assert.Equal(["first", "second"], [await ear.Text(), await ear.Text()]);
        using var other = await Connect("two");
        await other.Say("", "third", how: p => p.TopicAlias = 64);
        Assert.Equal(MqttDisconnectReasonCode.TopicAliasInvalid, (await other.Next<MqttDisconnectPacket>()).ReasonCode);
    }

    [Theory]
    [InlineData("alias", 65, MqttDisconnectReasonCode.TopicAliasInvalid)]
    [InlineData("", 0, MqttDisconnectReasonCode.ProtocolError)]
    public async Task More_aliases_than_told_and_no_topic_at_all_end_the_connection(string topic, int alias, MqttDisconnectReasonCode why)
    {
        using var client = await Connect("one");
        await client.Say(topic, "x", how: p => p.TopicAlias = (ushort)alias);
        Assert.Equal(why, (await client.Next<MqttDisconnectPacket>()).ReasonCode);
    }

    [Fact]
    public async Task More_messages_at_once_than_told_end_the_connection_and_no_fewer()
    {
        using var client = await Connect("one");
        for (ushort id = 1; id <= 1000; id++) await client.Say("flow", "x", qos: 2, id);
        for (ushort id = 1; id <= 1000; id++) await client.Next<MqttPubRecPacket>();
        await client.Send(new MqttPubRelPacket { PacketIdentifier = 1 });
        await client.Next<MqttPubCompPacket>();
        await client.Say("flow", "x", qos: 2, 1001);
        await client.Next<MqttPubRecPacket>();
        await client.Say("flow", "x", qos: 2, 1002);
        Assert.Equal(MqttDisconnectReasonCode.ReceiveMaximumExceeded, (await client.Next<MqttDisconnectPacket>()).ReasonCode);
        Assert.Null(await client.Next());
    }

    [Fact]
    public async Task A_packet_that_is_too_long_is_told_of_before_the_connection_ends()
    {
        using var client = await Connect("one");
        await client.Send([0x30, 0xFF, 0xFF, 0xFF, 0x7F, 0, 1, 2]);
        Assert.Equal(MqttDisconnectReasonCode.PacketTooLarge, (await client.Next<MqttDisconnectPacket>()).ReasonCode);
    }
}
