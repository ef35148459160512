#nullable enable
using System;
using UnityEditor;

namespace Gemeo.Unity.Editor
{
    /// <summary>Since 2022.1 Unity sends nothing over plain HTTP until the project allows it; newer versions let this machine's own address pass.</summary>
    static class PlainHttp
    {
        /// <summary>Unity throws at once, and says only that.</summary>
        public static bool IsWhy(Exception why) => why.Message.Contains("Insecure connection") || why.InnerException is { } inner && IsWhy(inner);

        /// <summary>In the editor and in development builds; a release build stays as strict as it was.</summary>
        public static void AllowInDevelopment() => PlayerSettings.insecureHttpOption = InsecureHttpOption.DevelopmentOnly;
    }
}
