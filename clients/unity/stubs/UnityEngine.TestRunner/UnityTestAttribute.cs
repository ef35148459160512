namespace UnityEngine.TestTools;

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.test-framework@1.1/api/UnityEngine.TestTools.UnityTestAttribute.html"/></summary>
[AttributeUsage(AttributeTargets.Method)]
public partial class UnityTestAttribute : Attribute
{
}
