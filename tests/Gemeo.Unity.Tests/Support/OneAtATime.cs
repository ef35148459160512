// One player plays at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
