using System.Collections.Concurrent;

namespace Gemeo.Knowledge.Reading.Isolation;

/// <summary>The reading process's side: reads one file after another until its input ends. It opens no port and no database.</summary>
public static class ReadingWorker
{
    /// <summary>The command line's only word.</summary>
    public const string Verb = "read-documents";

    /// <summary>The library walks some trees by recursion: a deep one should fit, an endless one should end soon.</summary>
    const int StackSize = 32 << 20;

    public static int Run()
    {
        var (input, output) = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetOut(TextWriter.Null);
        using var orders = new BlockingCollection<Frame>();
        Frame.Make(FrameKind.Alive).Write(output);
        var reading = new Thread(() =>
        {
            foreach (var order in orders.GetConsumingEnumerable()) Read(order, output);
        }, StackSize)
        { IsBackground = true };
        reading.Start();
        while (Frame.ReadAsync(input, default).GetAwaiter().GetResult() is { Kind: FrameKind.Read } order) orders.Add(order);
        // Whoever started us is gone: nobody wants the rest.
        return 0;
    }

    static void Read(Frame order, Stream output)
    {
        try
        {
            var (file, limits) = order.Take(r => (r.ReadString(), r.ReadLimits()));
            var budget = new ReadingBudget(limits, TimeProvider.System, default) { PageRead = () => Frame.Make(FrameKind.Alive).Write(output) };
            foreach (var page in DocumentReader.Read(file, budget, info => Frame.Make(FrameKind.Opened, w => w.Write(info)).Write(output)))
                Frame.Make(FrameKind.Page, w => w.Write(page)).Write(output);
            Frame.Make(FrameKind.End).Write(output);
        }
        catch (ReadingException why)
        {
            Fault(why.Fault, why.Page);
        }
        catch (OutOfMemoryException)
        {
            Fault(ReadingFault.TooHeavy, null);
        }
        catch (IOException)
        {
            Environment.Exit(0);
        }

        void Fault(ReadingFault fault, int? page) => Frame.Make(FrameKind.Fault, w =>
        {
            w.Write(fault);
            w.Write(page ?? 0);
        }).Write(output);
    }
}
