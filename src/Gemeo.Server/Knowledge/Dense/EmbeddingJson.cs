using Gemeo.Hosting;

namespace Gemeo.Knowledge.Dense;

static class EmbeddingJson
{
    /// <summary>How far embedding is: <c>{model, state, done, of, skipped?, error?, erro?}</c>; null when none is configured.</summary>
    public static object? Of(HttpContext http, Meaning meaning)
    {
        if (!meaning.IsOn) return null;
        var state = meaning.State;
        return new
        {
            model = meaning.Model,
            state = state.Name,
            done = state.Done,
            of = state.Of,
            skipped = state.Skipped == 0 ? (int?)null : state.Skipped,
            error = state.Fault?.Code,
            erro = state.Fault?.In(Language.Of(http)),
        };
    }
}
