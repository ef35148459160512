using Gemeo.Assistant.Chat;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Mcp;
using Gemeo.Assistant.Model;
using Gemeo.Assistant.Tools;
using Gemeo.Knowledge;

namespace Gemeo.Assistant;

/// <summary>The assistant: chat, conversations, tools, MCP. All of it is made when it is first asked for.</summary>
public static class AssistantSlice
{
    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        services.AddSingleton<LabTools>().AddSingleton<OrderTool>().AddSingleton<HistoryTool>();
        services.AddSingleton<LabListener>().AddSingleton<LabAnswers>().AddSingleton<Undoing>().AddSingleton<ChatOrders>();
        services.AddSingleton<ConversationStore>().AddSingleton<Turns>();
        services.AddSingleton<FindSources>(s => s.GetRequiredService<Finder>().FindAsync).AddSingleton<DocumentWriter>().AddSingleton<AnswerFromSources>(s => s.GetRequiredService<DocumentWriter>().Write);
        services.AddSingleton<DocumentAnswers>().AddSingleton<ChatDesk>().AddSingleton<ChatStream>().AddSingleton<ChatApi>();
        return services.AddModel().AddLabMcp();
    }

    public static void MapAssistant(this IEndpointRouteBuilder routes)
    {
        routes.MapChat();
        routes.MapLabMcp();
    }
}
