#nullable enable
using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity
{
    /// <summary>A lamp: its lights and its glow are on when the device says so, and as bright. Grey, and dark, while it is away.</summary>
    [AddComponentMenu("Gêmeo/Light binding")]
    public sealed class LightBinding : ThingBinding
    {
        static readonly int _emission = Shader.PropertyToID("_EmissionColor");
        static readonly int _baseColor = Shader.PropertyToID("_BaseColor");
        static readonly int _color = Shader.PropertyToID("_Color");

        [SerializeField, PropertyName, Tooltip("True, or more than 0, while it is on")] string _onProperty = "ligada";
        [SerializeField, PropertyName, Tooltip("How bright; empty for a lamp that cannot be dimmed")] string _brightnessProperty = "brilho";
        [SerializeField] float _brightnessMax = 100;
        [SerializeField, Tooltip("Empty: those on this object and below it")] Light[] _lights = new Light[0];
        [SerializeField] float _maxIntensity = 1;
        [SerializeField, Tooltip("Glows; its material needs Emission switched on")] Renderer? _renderer;
        [SerializeField, ColorUsage(false, true)] Color _glow = new Color(1, 0.9f, 0.7f);
        [SerializeField] Color _unavailable = new Color(0.5f, 0.5f, 0.5f);

        MaterialPropertyBlock? _block;
        Property? _on, _brightness;

        public string OnProperty { get => _onProperty; set => Set(ref _onProperty, value); }

        public string BrightnessProperty { get => _brightnessProperty; set => Set(ref _brightnessProperty, value); }

        public float BrightnessMax { get => _brightnessMax; set => Set(ref _brightnessMax, value); }

        public Light[] Lights { get => _lights; set => Set(ref _lights, value); }

        public float MaxIntensity { get => _maxIntensity; set => Set(ref _maxIntensity, value); }

        public Renderer? Renderer { get => _renderer; set => Set(ref _renderer, value); }

        public Color Glow { get => _glow; set => Set(ref _glow, value); }

        /// <summary>0 while it is off, unknown or away; 1 at its brightest.</summary>
        public float Level { get; private set; }

        protected override void OnEnable()
        {
            if (_lights.Length == 0) _lights = GetComponentsInChildren<Light>();
            base.OnEnable();
        }

        protected override void OnBound()
        {
            _on = Thing?[_onProperty];
            _brightness = _brightnessProperty.Length > 0 ? Thing?[_brightnessProperty] : null;
            Show();
        }

        protected override void OnChanged(Property property)
        {
            if (ReferenceEquals(property, _on) || ReferenceEquals(property, _brightness)) Show();
        }

        protected override void OnAvailability(Thing thing) => Show();

        void Set<T>(ref T field, T value)
        {
            field = value;
            if (isActiveAndEnabled) OnBound();
        }

        void Show()
        {
            Level = IsOn && !IsUnavailable ? Bright : 0;
            foreach (var light in _lights)
            {
                if (light == null) continue;
                light.enabled = Level > 0;
                light.intensity = Level * _maxIntensity;
            }
            if (_renderer != null) Paint(_renderer);
        }

        bool IsOn => _on is { } on && (on.Value.Boolean ?? on.Value.Number > 0);

        float Bright => _brightness?.Value.Number is { } bright && _brightnessMax > 0 ? Mathf.Clamp01((float)(bright / _brightnessMax)) : 1;

        // Both names of the base colour: URP's and the built-in pipeline's. What is not set stays as the material has it.
        void Paint(Renderer painted)
        {
            _block ??= new MaterialPropertyBlock();
            _block.Clear();
            _block.SetColor(_emission, _glow * Level);
            if (IsUnavailable)
            {
                _block.SetColor(_baseColor, _unavailable);
                _block.SetColor(_color, _unavailable);
            }
            painted.SetPropertyBlock(_block);
        }
    }
}
