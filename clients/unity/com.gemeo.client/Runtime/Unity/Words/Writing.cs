#nullable enable
using UnityEngine;
#if GEMEO_TMP
using TMPro;
#endif
#if GEMEO_UGUI
using UnityEngine.UI;
#endif

namespace Gemeo.Unity
{
    /// <summary>Somewhere to write: a TextMesh, a text of uGUI, or one of TextMeshPro, whichever packages the project has.</summary>
    readonly struct Writing
    {
        readonly Component? _where;

        Writing(Component? where) => _where = where;

        /// <param name="where">The text itself; or an object on which, or below which, one is.</param>
        public static Writing On(Component where)
        {
            if (Is(where)) return new Writing(where);
#if GEMEO_TMP
            if (where.GetComponentInChildren<TMP_Text>() is { } pro && pro != null) return new Writing(pro);
#endif
#if GEMEO_UGUI
            if (where.GetComponentInChildren<Text>() is { } text && text != null) return new Writing(text);
#endif
            var mesh = where.GetComponentInChildren<TextMesh>();
            return new Writing(mesh != null ? mesh : null);
        }

        public bool IsThere => _where != null;

        public Color Color
        {
            get => _where switch
            {
                TextMesh mesh => mesh.color,
#if GEMEO_TMP
                TMP_Text pro => pro.color,
#endif
#if GEMEO_UGUI
                Text text => text.color,
#endif
                _ => Color.white,
            };
        }

        public void Write(string words)
        {
            if (_where == null) return;
            if (_where is TextMesh mesh) mesh.text = words;
#if GEMEO_TMP
            if (_where is TMP_Text pro) pro.text = words;
#endif
#if GEMEO_UGUI
            if (_where is Text text) text.text = words;
#endif
        }

        public void Paint(Color color)
        {
            if (_where == null) return;
            if (_where is TextMesh mesh) mesh.color = color;
#if GEMEO_TMP
            if (_where is TMP_Text pro) pro.color = color;
#endif
#if GEMEO_UGUI
            if (_where is Text text) text.color = color;
#endif
        }

        static bool Is(Component where) => where is TextMesh
#if GEMEO_TMP
            || where is TMP_Text
#endif
#if GEMEO_UGUI
            || where is Text
#endif
            ;
    }
}
