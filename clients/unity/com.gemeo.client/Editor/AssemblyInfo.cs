#nullable enable
using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Gemeo.Unity.Editor.Tests")]
[assembly: InternalsVisibleTo("Gemeo.Unity.Tests")]
