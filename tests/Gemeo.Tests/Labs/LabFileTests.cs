using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Labs;

public sealed class LabFileTests
{
    [Fact]
    public void A_folder_that_is_not_there_is_a_fault()
    {
        var fault = Assert.Single(LabFile.Check("/no/such/lab"));
        Assert.Contains("expected a folder", fault.Expected);
    }

    [Fact]
    public void A_folder_without_lab_json_is_a_fault()
    {
        using var folder = new LabFolder();
        Assert.Contains("expected a file", Assert.Single(folder.Faults()).Expected);
    }

    [Fact]
    public void Broken_JSON_is_told_with_line_and_column()
    {
        using var folder = new LabFolder("{\n  \"name\": \"x\",\n  \"things\" []\n}");
        var fault = Assert.Single(folder.Faults());
        Assert.Equal((3, 12), (fault.Line, fault.Column));
        Assert.StartsWith("lab.json:3:12 /: expected JSON", fault.ToString());
    }

    [Fact]
    public void A_name_given_twice_is_told_where_it_stands_again()
    {
        using var folder = new LabFolder("{\n  \"name\": \"x\",\n  \"name\": \"y\"\n}");
        var fault = Assert.Single(folder.Faults());
        Assert.Equal(("/name", 3, 3), (fault.Pointer, fault.Line, fault.Column));
    }

    [Fact]
    public void What_is_missing_is_told_at_the_line_of_its_owner()
    {
        using var folder = new LabFolder("{\n \"name\": \"ç\", \"things\": [\n  {}\n ]\n}");
        Assert.All(folder.Faults(), f => Assert.Equal(("/things/0", 3, 3), (f.Pointer, f.Line, f.Column)));
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_let_through()
    {
        using var folder = new LabFolder("\uFEFF// a lab\n{ \"name\": /* short */ \"x\", }");
        Assert.Empty(folder.Faults());
        Assert.Equal("x", folder.Load().Name[""]);
    }

    [Fact]
    public void A_lab_says_little_and_gets_defaults()
    {
        using var folder = new LabFolder("""{ "name": { "pt": "Sala" } }""");
        var lab = folder.Load();
        Assert.Equal(("Sala", "en", "UTC", 0), (lab.Name["pt"], lab.Language, lab.TimeZone.Id, lab.Things.Length));
        Assert.Equal("{}", lab.Scene.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"lab\"")]
    [InlineData("{\"name\": \"\\ud800\"}")]
    public void What_is_no_lab_at_all_is_a_fault(string text)
    {
        using var folder = new LabFolder(text);
        Assert.NotEmpty(folder.Faults());
    }

    [Fact]
    public void Invalid_UTF8_is_a_fault()
    {
        using var folder = new LabFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "lab.json"), [.. "{\"name\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        Assert.NotEmpty(folder.Faults());
    }

    [Fact]
    public void A_file_of_more_than_8_MB_is_not_read()
    {
        using var folder = new LabFolder("{\"name\": \"" + new string('x', 8 * 1024 * 1024) + "\"}");
        Assert.Contains("at most 8 MB", Assert.Single(folder.Faults()).Expected);
    }

    [Fact]
    public void JSON_deeper_than_64_is_a_fault()
    {
        using var folder = new LabFolder("{\"x-deep\": " + new string('[', 64) + new string(']', 64) + "}");
        Assert.Contains("depth", Assert.Single(folder.Faults()).Expected);
    }

    [Fact]
    public void Things_may_stand_in_files_of_their_own()
    {
        using var folder = new LabFolder(SmallLab.Json);
        folder.Write("things/b.td.json", """{ "id": "b", "title": "B" }""");
        folder.Write("things/a.td.json", """{ "id": "a", "title": "A", "security": [] }""");
        var fault = Assert.Single(folder.Faults());
        Assert.Equal(("things/a.td.json", "/security", 1), (fault.File, fault.Pointer, fault.Line));

        folder.Write("things/a.td.json", """{ "id": "a", "title": "A" }""");
        Assert.Equal(["lamp", "a", "b", "spot-1", "spot-2"], folder.Load().Things.Select(t => t.Id));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        using var folder = new LabFolder("""{ "language": "xx", "timeZone": "Nowhere", "things": [{ "id": "a" }] }""");
        Assert.True(folder.Faults().Length >= 6);
    }

    [Fact]
    public void A_model_with_a_fault_tells_it_once_and_for_which_instance()
    {
        using var folder = new LabFolder(SmallLab.With("/models/0/model/properties/taken/type", "\"bool\""));
        Assert.EndsWith("(with n = 1)", Assert.Single(folder.Faults()).Expected);
    }

    [Fact]
    public void The_path_of_lab_json_opens_its_folder()
    {
        using var folder = new LabFolder(SmallLab.Json);
        Assert.Equal(folder.Path, LabFile.Load(Path.Combine(folder.Path, "lab.json")).Folder);
    }
}
