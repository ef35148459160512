using Gemeo.Hosting;
using Gemeo.Knowledge.Dense;
using Gemeo.Knowledge.Intake;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Reading;
using Gemeo.Knowledge.Reading.Isolation;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge;

/// <summary>The lab's documents: taken in, read one after another, found by question.</summary>
public static class KnowledgeSlice
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<Shelf>().AddSingleton<KnowledgeIndex>().AddSingleton<Finder>();
        services.AddSingleton<Progress>().AddSingleton<Catalogue>().AddSingleton<Editions>().AddSingleton<Uploads>().AddSingleton<DocumentEvents>();
        services.AddSingleton<IDocumentReader, ReadingProcess>();
        services.AddSingleton<IValidateOptions<Settings>, EmbeddingSettingsCheck>();
        services.AddSingleton<EmbeddingState>().AddSingleton<VectorIndex>().AddSingleton<VectorStore>().AddSingleton<Meaning>();
        return services.AddHostedService<IngestQueue>().AddHostedService<WatchFolder>().AddHostedService<EmbeddingQueue>();
    }
}
