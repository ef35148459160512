#nullable enable
using System;

namespace Gemeo.Client
{
    /// <summary>Whatever goes wrong between this program and the lab. <see cref="Exception.Message"/> is a sentence for a person.</summary>
    public abstract class GemeoException : Exception
    {
        protected GemeoException(string message, Exception? inner) : base(message, inner)
        {
        }
    }

    /// <summary>Nobody answered: no server there, no network, or not in time. Of an order, whether it was carried out is unknown.</summary>
    public sealed class UnreachedException : GemeoException
    {
        public UnreachedException(string why, Exception? inner = null) : base(why, inner)
        {
        }
    }

    /// <summary>Something answered that is no Gêmeo server, or the answer broke off.</summary>
    public sealed class BadAnswerException : GemeoException
    {
        public BadAnswerException(string why, Exception? inner = null) : base(why, inner)
        {
        }
    }
}
