#nullable enable
using System;
using System.Threading;
using Gemeo.Client;
using UnityEngine;
using UnityEngine.Events;

namespace Gemeo.Unity
{
    /// <summary>Talks to the lab's assistant: <see cref="Say"/>, from an input field, and the answer comes piece by piece.</summary>
    [AddComponentMenu("Gêmeo/Assistant chat")]
    public sealed class AssistantChat : MonoBehaviour
    {
        [SerializeField, Tooltip("Empty: the scene's")] GemeoConnection? _connection;
        [SerializeField, Tooltip("Where the person stands: \"apague a luz\" means the one there")] string _room = "";

        /// <summary>A piece of the answer, to be put after what came before.</summary>
        public UnityEvent<string> onText = new UnityEvent<string>();

        /// <summary>The whole answer.</summary>
        public UnityEvent<string> onAnswer = new UnityEvent<string>();

        public UnityEvent<Citation> onCitation = new UnityEvent<Citation>();

        /// <summary>An order, as it ended.</summary>
        public UnityEvent<ChatAction> onAction = new UnityEvent<ChatAction>();

        /// <summary>What <c>sim</c> or <c>yes</c> would do.</summary>
        public UnityEvent<string> onQuestion = new UnityEvent<string>();

        /// <summary>It went no further, a sentence says why.</summary>
        public UnityEvent<string> onFailed = new UnityEvent<string>();

        CancellationTokenSource? _answering;
        GemeoClient? _client;
        Conversation? _talk;

        public GemeoConnection? Connection { get => _connection; set => _connection = value; }

        public string Room { get => _room; set => _room = value; }

        public bool IsAnswering => _answering != null;

        /// <summary>Says something; an answer that is still coming ends.</summary>
        public async void Say(string message)
        {
            var connection = _connection != null ? _connection : GemeoConnection.Default;
            if (string.IsNullOrWhiteSpace(message) || !isActiveAndEnabled) return;
            if (connection == null)
            {
                Debug.LogWarning("Gêmeo: something is said, and there is no enabled GemeoConnection in the scene.", this);
                return;
            }
            Cancel();
            var answering = _answering = new CancellationTokenSource();
            try
            {
                var answer = await Talk(connection.Client).Say(message, part => Tell(part, answering), answering.Token);
                if (Ends(answering)) Telling.Safely(() => onAnswer.Invoke(answer.Text), this);
            }
            catch (OperationCanceledException) { Ends(answering); }
            catch (GemeoException why)
            {
                if (Ends(answering)) Telling.Safely(() => onFailed.Invoke(why.Message), this);
            }
        }

        /// <summary>Ends the answer that is coming; an order that went out goes on.</summary>
        public void Cancel()
        {
            _answering?.Cancel();
            _answering = null;
        }

        /// <summary>What is said next begins a conversation of its own.</summary>
        public void Forget() => _talk = null;

        void OnDisable() => Cancel();

        Conversation Talk(GemeoClient client)
        {
            if (_client != client) (_client, _talk) = (client, null);
            _talk ??= client.Assistant.Talk();
            _talk.Room = _room.Length > 0 ? _room : null;
            return _talk;
        }

        void Tell(ChatPart part, CancellationTokenSource answering)
        {
            if (answering.IsCancellationRequested) return;
            Telling.Safely(() =>
            {
                if (part.Kind == ChatPartKind.Text) onText.Invoke(part.Text);
                if (part.Citation is { } citation) onCitation.Invoke(citation);
                if (part.Action is { } action) onAction.Invoke(action);
                if (part.Kind == ChatPartKind.Question) onQuestion.Invoke(part.Text);
            }, this);
        }

        // False when another one, or nobody, is waited for by now.
        bool Ends(CancellationTokenSource answering)
        {
            if (_answering != answering) return false;
            _answering = null;
            return true;
        }
    }
}
