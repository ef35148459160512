#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;
using UnityEngine;
using UnityEngine.Events;
#if GEMEO_UGUI
using UnityEngine.EventSystems;
#endif

namespace Gemeo.Unity
{
    /// <summary>
    /// A click on the object's collider gives an order, and tells how it ends: when the device reported, or why not. A button calls
    /// <see cref="Run"/>. While one order is under way further clicks do nothing.
    /// </summary>
    [AddComponentMenu("Gêmeo/Action on click")]
    public sealed partial class ActionOnClick : ThingBinding
    {
        [SerializeField] ClickDoes _does = ClickDoes.Toggle;
        [SerializeField, PropertyName, Tooltip("To toggle or write")] string _property = "";
        [SerializeField, ActionName, Tooltip("To toggle by actions, where the property itself cannot be written: what turns it on")] string _onAction = "";
        [SerializeField, ActionName, Tooltip("And what turns it off")] string _offAction = "";
        [SerializeField, ActionName] string _action = "";
        [SerializeField, Tooltip("Of the action, or to be written: JSON, such as 30 or \"heat\"")] string _input = "";
        [SerializeField, Tooltip("/lab/ligar_luz; needs no thing")] string _shortcut = "";

        public UnityEvent onPending = new UnityEvent();

        /// <summary>Told the sentence for the person.</summary>
        public UnityEvent<string> onConfirmed = new UnityEvent<string>();

        /// <summary>Told why, a sentence for the person.</summary>
        public UnityEvent<string> onFailed = new UnityEvent<string>();

        CancellationTokenSource? _life;
        int _clicked = -1;

        public ClickDoes Does { get => _does; set => _does = value; }

        public string PropertyName { get => _property; set => _property = value; }

        public string Action { get => _action; set => _action = value; }

        /// <summary>JSON text; empty for none.</summary>
        public string Input { get => _input; set => _input = value; }

        public string Shortcut { get => _shortcut; set => _shortcut = value; }

        /// <summary>A click turns on what is off, and off what is on.</summary>
        /// <param name="property">True while it is on. It is written, unless actions turn it on and off.</param>
        public void SetToggle(string property, string onAction = "", string offAction = "") =>
            (_does, _property, _onAction, _offAction) = (ClickDoes.Toggle, property, onAction, offAction);

        public ClickState State { get; private set; }

        /// <summary>What went wrong last; null while nothing did.</summary>
        public GemeoException? Why { get; private set; }

        protected override void OnEnable()
        {
            _life = new CancellationTokenSource();
            ClickRay.Add();
            base.OnEnable();
        }

        protected override void OnDisable()
        {
            base.OnDisable();
            ClickRay.Remove();
            // The order is on record at the server and goes on; nobody here waits for it.
            _life?.Cancel();
            _life = null;
            State = ClickState.Idle;
        }

        /// <summary>Gives the order, unless one is under way.</summary>
        public async void Run()
        {
            if (State == ClickState.Pending || !(_life is { } life)) return;
            if (Attached == null)
            {
                Debug.LogWarning("Gêmeo: a click, and no enabled GemeoConnection in the scene.", this);
                return;
            }
            Become(ClickState.Pending);
            Telling.Safely(onPending.Invoke, this);
            try { Confirm(await Order(Attached.Client, life.Token), life); }
            catch (OperationCanceledException) { if (!life.IsCancellationRequested) Become(ClickState.Idle); }
            catch (GemeoException why) { Fail(why, life); }
            catch (ArgumentException why) { Fail(new BadAnswerException(why.Message, why), life); }
        }

        Task<string> Order(GemeoClient client, CancellationToken cancel)
        {
            switch (_does)
            {
                case ClickDoes.Shortcut: return client.Orders.Shortcut(_shortcut, cancel);
                case ClickDoes.Action: return Ended(client.Orders.Invoke(ThingId, _action, ParsedInput, null, cancel));
                case ClickDoes.Write: return Ended(client.Orders.Write(ThingId, _property, ParsedInput, null, cancel));
                default: return Ended(Toggle(client.Orders, client.Things[ThingId][_property].Value.Boolean != true, cancel));
            }
        }

        Task<Command> Toggle(Orders orders, bool on, CancellationToken cancel)
        {
            var action = on ? _onAction : _offAction;
            return action.Length > 0 ? orders.Invoke(ThingId, action, default, null, cancel) : orders.Write(ThingId, _property, on, null, cancel);
        }

        Value ParsedInput => _input.Length == 0 ? default : Value.Of(Json.Parse(_input));

        async Task<string> Ended(Task<Command> ordered)
        {
            var command = await ordered;
            var english = ValueWords.IsEnglish(Language);
            if (command.Already) return english ? "It was so already." : "Já estava assim.";
            if (command.Unconfirmable) return english ? "Sent." : "Enviado.";
            return english ? "Done." : "Feito.";
        }

        void Confirm(string said, CancellationTokenSource life)
        {
            if (life.IsCancellationRequested) return;
            Why = null;
            Become(ClickState.Confirmed);
            Telling.Safely(() => onConfirmed.Invoke(said), this);
        }

        void Fail(GemeoException why, CancellationTokenSource life)
        {
            if (life.IsCancellationRequested) return;
            Why = why;
            Become(ClickState.Failed);
            Telling.Safely(() => onFailed.Invoke(why.Message), this);
        }

        void Become(ClickState state) => State = state;

        // One click may be told in two ways, by the EventSystem and by the old input.
        internal void Click()
        {
            if (_clicked == Time.frameCount) return;
            _clicked = Time.frameCount;
            Run();
        }

        void OnMouseUpAsButton()
        {
            if (!ClickRay.IsTaken) Click();
        }
    }

#if GEMEO_UGUI
    public sealed partial class ActionOnClick : IPointerClickHandler
    {
        /// <summary>Needs an EventSystem in the scene, and a PhysicsRaycaster on its camera.</summary>
        void IPointerClickHandler.OnPointerClick(PointerEventData eventData) => Click();
    }
#endif
}
