#nullable enable
using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity
{
    /// <summary>Writes a property: 22,4 °C. A dash while nobody knows it, and grey while its device is away.</summary>
    [AddComponentMenu("Gêmeo/Value label")]
    public sealed class ValueLabel : ThingBinding
    {
        [SerializeField, PropertyName] string _property = "";
        [SerializeField, Tooltip("Empty: the text on this object or below it")] Component? _label;
        [SerializeField, Tooltip("Written after the value: °C")] string _unit = "";
        [SerializeField, Tooltip("Of numbers: 0.0")] string _format = "";
        [SerializeField, Tooltip("What true is called; empty for yes")] string _yes = "";
        [SerializeField, Tooltip("What false is called; empty for no")] string _no = "";
        [SerializeField] Color _unavailable = new Color(0.5f, 0.5f, 0.5f);

        Writing _writing;
        Color _color;
        Property? _bound;

        public string PropertyName { get => _property; set => Set(ref _property, value); }

        public string Unit { get => _unit; set => Set(ref _unit, value); }

        public string Format { get => _format; set => Set(ref _format, value); }

        /// <summary>What is written.</summary>
        public string Words { get; private set; } = ValueWords.Unknown;

        /// <summary>What true and false are called.</summary>
        public void SetWords(string yes, string no)
        {
            _no = no;
            Set(ref _yes, yes);
        }

        protected override void OnDisable()
        {
            _writing.Paint(_color);
            base.OnDisable();
        }

        protected override void OnBound()
        {
            // Looked for anew after a compile while playing, which keeps colours and not this.
            if (!_writing.IsThere) Find();
            _bound = _property.Length > 0 ? Thing?[_property] : null;
            Show();
        }

        protected override void OnChanged(Property property)
        {
            if (ReferenceEquals(property, _bound)) Show();
        }

        protected override void OnAvailability(Thing thing) => Show();

        void Set(ref string field, string value)
        {
            field = value;
            if (isActiveAndEnabled) OnBound();
        }

        void Find()
        {
            _writing = Writing.On(_label != null ? _label : this);
            _color = _writing.Color;
        }

        void Show()
        {
            Words = ValueWords.Of(_bound?.Value ?? default, _format, _unit, Language, _yes, _no);
            _writing.Write(Words);
            _writing.Paint(IsUnavailable ? _unavailable : _color);
        }
    }
}
