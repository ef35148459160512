#nullable enable
using System;
using System.Text;
using UnityEngine.Networking;

namespace Gemeo.Unity
{
    /// <summary>Text as it comes. A character whose bytes come in two pieces is told with the second.</summary>
    sealed class PieceHandler : DownloadHandlerScript
    {
        readonly Action<string> _hear;
        readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();
        char[] _text = new char[0];

        public PieceHandler(Action<string> hear) : base(new byte[16 << 10]) => _hear = hear;

        protected override bool ReceiveData(byte[] data, int dataLength)
        {
            var most = Encoding.UTF8.GetMaxCharCount(dataLength);
            if (_text.Length < most) _text = new char[most];
            var many = _decoder.GetChars(data, 0, dataLength, _text, 0, false);
            if (many > 0) _hear(new string(_text, 0, many));
            return true;
        }
    }
}
