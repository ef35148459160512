#nullable enable
namespace Gemeo.Client
{
    /// <summary>The server said no. What programs tell apart has a type of its own; <see cref="Refusal.Code"/> tells all.</summary>
    public class RefusedException : GemeoException
    {
        protected RefusedException(Refusal refusal) : base(refusal.Erro, null) => Refusal = refusal;

        public Refusal Refusal { get; }

        public string Code => Refusal.Code;

        public static RefusedException Of(Refusal refusal)
        {
            switch (refusal.Status)
            {
                case 401:
                case 403:
                    return new NotAllowedException(refusal);
                case 404:
                    return new NotThereException(refusal);
                case 410:
                    return new GoneException(refusal);
                case 422:
                    return new BadValueException(refusal);
                case 429:
                    return new TooManyException(refusal);
                case 503 when refusal.Code == "offline" || refusal.Code == "not-sent":
                    return new NotSentException(refusal);
                case 504 when refusal.Code == "no-answer" || refusal.Code == "restarted":
                    return new NoAnswerException(refusal);
                default:
                    return new RefusedException(refusal);
            }
        }
    }

    /// <summary>No key, a wrong one, or a page that may not (401, 403).</summary>
    public sealed class NotAllowedException : RefusedException
    {
        internal NotAllowedException(Refusal refusal) : base(refusal)
        {
        }
    }

    /// <summary>No such thing, property, command, document, or value yet (404).</summary>
    public sealed class NotThereException : RefusedException
    {
        internal NotThereException(Refusal refusal) : base(refusal)
        {
        }
    }

    /// <summary>A cursor or an instant that is no longer kept (410).</summary>
    public sealed class GoneException : RefusedException
    {
        internal GoneException(Refusal refusal) : base(refusal)
        {
        }
    }

    /// <summary>The value does not fit what the thing accepts; nothing was sent (422).</summary>
    public sealed class BadValueException : RefusedException
    {
        internal BadValueException(Refusal refusal) : base(refusal)
        {
        }
    }

    /// <summary>Too many requests; wait a second (429).</summary>
    public sealed class TooManyException : RefusedException
    {
        internal TooManyException(Refusal refusal) : base(refusal)
        {
        }
    }

    /// <summary>The device is known to be away, or its broker did not take the order: nothing was done (503).</summary>
    public sealed class NotSentException : RefusedException
    {
        internal NotSentException(Refusal refusal) : base(refusal)
        {
        }
    }

    /// <summary>No report confirmed it in time: when it was sent, whether the device obeyed is unknown (504).</summary>
    public sealed class NoAnswerException : RefusedException
    {
        internal NoAnswerException(Refusal refusal) : base(refusal)
        {
        }
    }
}
