namespace Gemeo.Access.Store;

/// <summary>Rows of the access store that somebody holds in memory.</summary>
public interface IAccessMemory
{
    /// <summary>Takes up what others changed in the database. What did not change stays as it is, and open; what did ends what is open by it.</summary>
    Task RefreshAsync(CancellationToken cancel);
}
