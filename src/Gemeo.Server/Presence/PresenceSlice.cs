namespace Gemeo.Presence;

/// <summary>People in the same 3D world. Never in the log, and never in its way.</summary>
public static class PresenceSlice
{
    public static IServiceCollection AddPresence(this IServiceCollection services) => services.AddSingleton<PresenceNode>().AddSingleton<LabRooms>();
}
