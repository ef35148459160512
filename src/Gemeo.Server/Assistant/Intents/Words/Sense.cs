namespace Gemeo.Assistant.Intents.Words;

/// <summary>What a word is for. Each name is the first column of words.tsv or times.tsv.</summary>
enum Sense
{
    // words that an order may hold
    Article, PluralArticle, Preposition, To, By, Filler, Please, Hello, Address, Now, Wish, All, Both, Generic, Place, Air, Except, And, Or, Pronoun, Max, Min, Half,

    // words that keep an order from being one
    Modal, Negation, Later, Reported, ReportedPrefix, Notify,

    // questions
    Which, WhatThing, HowMany, HowMuch, HowOften, HowLong, SinceWhen, When, Who, Where, How, Why, Definition, Procedure,
    Tell, ListVerb, Whether, Copula, PastCopula, Existence, Any, Status, Weak, Person, Comparator, DocumentWord, DocumentVerb,
    AggregateMax, AggregateMin, AggregateMean, AggregateLast, Series,

    // whole sayings
    SayConfirm, SayCancel, SayUndo, SayHelp, SayHello, SayThanks, SayBye, SayWell, SayWho,

    // time
    Today, Yesterday, BeforeYesterday, LastNight, ThisWeek, LastWeek, ThisMonth, LastMonth, ThisYear, LastYear, Weekend,
    Dawn, Morning, Afternoon, Night, Noon, Midnight,
    Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday,
    January, February, March, April, May, June, July, August, September, October, November, December,
    Second, Minute, Hour, Day, Week, Month,
    Rolling, Ago, AgoBefore, HalfHour, Since, Between, Until, Before, After, At, In, Past,
}
