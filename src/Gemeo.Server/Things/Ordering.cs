namespace Gemeo.Things;

/// <summary>Orders to a thing by an id that anybody may have written.</summary>
public static class Ordering
{
    /// <summary>A grain cannot have a blank id, nor can a thing.</summary>
    public static Task<OrderAnswer> Ask(this IGrainFactory grains, string thing, Order order) =>
        string.IsNullOrWhiteSpace(thing) ? Task.FromResult(new OrderAnswer(null, OrderFault.NoThing)) : grains.GetGrain<IThing>(thing).Ask(order);
}
