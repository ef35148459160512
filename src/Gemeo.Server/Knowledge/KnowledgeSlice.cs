using Gemeo.Knowledge.Intake;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Reading;
using Gemeo.Knowledge.Reading.Isolation;

namespace Gemeo.Knowledge;

/// <summary>The lab's documents: taken in, read one after another, found by question.</summary>
public static class KnowledgeSlice
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<Shelf>().AddSingleton<KnowledgeIndex>().AddSingleton<Finder>();
        services.AddSingleton<Progress>().AddSingleton<Catalogue>().AddSingleton<Editions>().AddSingleton<Uploads>().AddSingleton<DocumentEvents>();
        services.AddSingleton<IDocumentReader, ReadingProcess>();
        return services.AddHostedService<IngestQueue>().AddHostedService<WatchFolder>();
    }
}
