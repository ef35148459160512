using System.Net;
using System.Net.Http.Headers;
using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Labs;

/// <summary>The lab's own 3D file: checked with the lab, served as it lies.</summary>
public sealed class SceneModelTests
{
    static readonly string _lab = SmallLab.With("/scene/model", "\"lab.glb\"");
    static readonly byte[] _glb = [.. "glTF"u8, 2, 0, 0, 0, 12, 0, 0, 0];

    [Fact]
    public void A_file_that_is_no_binary_glTF_is_a_fault_of_the_lab()
    {
        using var folder = new LabFolder(_lab);
        folder.Write("lab.glb", "solid cube");
        var fault = Assert.Single(folder.Faults());
        Assert.Equal(("/scene/model", true), (fault.Pointer, fault.Expected.Contains("glTF", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_above_the_limit_is_a_fault_of_the_lab()
    {
        using var folder = new LabFolder(_lab);
        using (var file = File.Create(Path.Combine(folder.Path, "lab.glb")))
        {
            file.Write(_glb);
            file.SetLength(SceneModel.MostBytes + 1); // a hole: nothing is written
        }
        Assert.Contains("64 MB", Assert.Single(folder.Faults()).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_served_with_its_type_and_not_again_to_whoever_has_it()
    {
        using var folder = new LabFolder(_lab);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "lab.glb"), _glb);
        await using var server = await TestServer.Start(folder.Path);
        using var answer = await server.Http.GetAsync("/lab/model");
        Assert.Equal("model/gltf-binary", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(_glb, await answer.Content.ReadAsByteArrayAsync());

        using var again = new HttpRequestMessage(HttpMethod.Get, "/lab/model");
        again.Headers.IfNoneMatch.Add(Assert.IsType<EntityTagHeaderValue>(answer.Headers.ETag));
        using var same = await server.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Without_one_or_when_it_has_gone_the_answer_is_404()
    {
        using var folder = new LabFolder(_lab);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "lab.glb"), _glb);
        await using var server = await TestServer.Start(folder.Path);
        File.Delete(Path.Combine(folder.Path, "lab.glb"));
        using var gone = await server.Http.GetAsync("/lab/model");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        await using var without = await TestServer.Start();
        using var none = await without.Http.GetAsync("/lab/model");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}
