//! The signs of words around an expression, whatever the verb. They come before those of verbs.

use super::Test::{Before, Here};
use super::view::View;
use super::words::*;
use super::{fixtures, is_year, moved, table};
use crate::document::Case;
use crate::grammar::VerbTense;
use crate::time::resolve::is_appointment;

table! { SIGNS:
    Past "until, of what is over"
        Before(&UNTIL, 3, |v, at| v.is_led_by(at) && (v.is_over() || v.is_told_then()));
        ["The museum did not open until [Friday].", "She said nothing until [Friday], when she resigned."], []
    Future "until and upcoming"
        Before(&AHEAD, 3, |v, at| v.is_led_by(at));
        ["The bridge was closed until at least [Monday]."], []
    Future "due and out"
        Before(&DUE, 2, |v, at| {
            let out = || at > v.start && v.is(at - 1, &[",", "is", "are", "comes", "come"]);
            v.head() == Some(at) && (!v.is(at, &["out"]) || out())
        });
        ["The record is out on [Monday].", "The rent was payable [Friday]."], ["He was thrown out on [Monday]."]
    Past "since"
        Before(&SINCE, 1, |_, _| true);
        ["The road is closed since [Friday]."], []
    Future "when it is due"
        Here(|v| {
            let end = v.tokens.end;
            let fixed = |at| {
                v.is(at, &["is", "are"]) && at + 1 < v.end && v.is(at + 1, &["due", "expected", "scheduled", "set"])
            };
            v.then(&[","]) && end + 2 < v.end && v.is(end + 1, &["when"])
                && (end + 2..v.end.min(end + 8)).any(|at| v.is(at, &["will"]) || fixed(at))
        });
        ["They declared a holiday on [Tuesday], when the team is due home."],
        ["It sank on [Tuesday], when it was due in York."]
    Future "in force from"
        Before(&FORCE, 2, |v, _| v.behind(4, &[","]) && v.behind(3, &["in"]) && v.behind(1, &["from"]));
        ["The office has issued a warning, in force from [Thursday]."], []
    Future "go on sale"
        Before(&GO, 9, |v, at| {
            let over = |at| v.is(at, &[",", ";", "and", "after"]);
            v.is(at + 1, &["on"]) && v.is(at + 2, &["sale", "display", "show"]) && !(at + 2..v.tokens.start).any(over)
        });
        ["The tickets cost nine pounds and go on sale at 10am on [Monday]."], []
    Future "the chance of a meeting"
        Before(&CHANCE, 10, |v, at| {
            v.is(at + 1, &["of"]) && v.tokens.end < v.end && is_appointment(v.doc, v.tokens.end)
        });
        ["The market put the chance of a cut at the [May] meeting at half."], []
    Future "as early as"
        Before(&EARLY, 2, |v, _| v.behind(1, &["as"]) && v.near(12, v.tokens.start).any(|at| v.of(at, &MAYBE)));
        ["The bridge could open as early as [Tuesday]."], ["He was ill as early as [May]."]
    Future "a day is set"
        Here(|v| v.then(&["date"]) && is_set_behind(v));
        ["A [3 June] date was set."], []
    Future "a date of"
        Before(&DATE, 2, |v, at| {
            v.behind(1, &["of"]) && (is_set_behind(v) || v.near(7, at + 1).any(|at| v.of(at, &SETS)))
        });
        ["They set a trial date of [3 June].", "A trial date of [3 June] was set."], []
    Future "a day set for something"
        Before(&SETS, 1, |v, at| v.then(&["for"]) && !(at > v.start && v.of(at - 1, &BEING)));
        ["The judge fixed [Friday] for the ruling."], ["Bail was set [Monday] for the men."]
    Future "chosen as the day"
        Before(&CHOSE, 1, |v, _| {
            v.then(&["as"]) && v.tokens.end + 2 < v.end && v.is(v.tokens.end + 2, &["date", "day"])
        });
        ["They picked [Friday] as the day.", "They fixed [Friday] as the day."], []
    Future "an outlook for"
        Before(&OUTLOOK, 3, |v, at| v.meant_for() == Some(at + 1));
        ["The firm reported bookings for the [third quarter]."], []
    Future "a warning for"
        Before(&WARNINGS, 3, |v, at| v.meant_for() == Some(at + 1));
        ["There was a warning for [Sunday]."], []
    Future "weighed for"
        Before(&WEIGHING, 10, |v, at| v.meant_for().is_some_and(|to| v.near(8, to).contains(&at)));
        ["The club is considering more seats for the [fall]."], []
    Future "the run-up to"
        Before(&RUN, 8, |v, at| {
            let whole = !v.is(at, &["run"]);
            let to = at + if whole { 1 } else { 2 + u32::from(v.is(at + 1, &["-"])) };
            v.is(to, &["to"]) && (whole || v.is(to - 1, &["up"]))
        });
        ["He spoke of it in the run-up to the [May] vote."], []
    Future "when someone planned to"
        Here(|v| {
            let first = v.tokens.start - v.led == v.start || v.tokens.start < v.start + 3;
            let plans = |at: u32| v.is(at, &["planned", "intended"]) && at + 1 < v.end && v.is(at + 1, &["to"]);
            let behind = v.tokens.end + 1..v.end.min(v.tokens.end + 7);
            first && v.then(&[","])
                && behind.take_while(|&at| !v.is(at, &[",", ";", "who", "which", "that"])).any(plans)
        });
        ["In [September], Ann Berg planned to retire."], ["In [September], Ann Berg retired."]
    Future "planned" Before(&PLANNED, 8, is_planned);
        ["The hearing, scheduled to start on [Friday], was short.", "The deadline is [Friday]."],
        ["The crash is due to a fault found on [Friday].", "She hopes to return after she was hurt on [Friday].",
         "The firm announced its plans on [Monday] to leave.", "He promoted the upcoming tour via a poem on [Monday]."]
    Future "up for"
        Before(&UP, 6, |v, at| {
            v.is(at + 1, &["for"]) && at > v.start && v.is(at - 1, &["is", "are", "be", "come", "comes"]) && v.holds_on(at)
        });
        ["His lease is up for review on [May 27]."], ["He was up for a prize in [May]."]
    Future "looking forward"
        Before(&LOOK, 8, |v, at| v.is(at + 1, &["forward"]) && v.holds_on(at));
        ["The town looked forward to a feast on [Sunday]."], []
    Future "bracing for"
        Before(&BRACE, 8, |v, at| v.is(at + 1, &["for"]) && v.holds_on(at));
        ["The coast was bracing for rain on [Sunday]."], []
    Future "the odds of"
        Before(&ODDS, 8, |v, at| v.is(at + 1, &["of"]) && v.holds_on(at));
        ["Traders put the odds of a rise in [May] at a third."], []
    Future "not ruled out"
        Before(&NOT, 8, |v, at| v.is(at + 1, &["rule", "ruled", "ruling"]) && v.holds_on(at));
        ["The union has not ruled out talks on [Friday]."], []
    Future "ruled out of"
        Before(&RULED, 8, |v, at| {
            v.is(at + 1, &["out"]) && at + 2 < v.tokens.end && v.is(at + 2, &["of", "for"]) && !v.is_told_since(at)
        });
        ["Lee was ruled out of [Saturday]'s match."], []
    Future "pulled out of"
        Before(&PULLED, 4, |v, at| {
            v.is(at + 1, &["out"]) && v.is(at + 2, &["of"]) && at + 3 == v.tokens.start && v.then(&["'s", "’s"])
        });
        ["The party has pulled out of [Sunday]'s vote."], ["The party pulled out of the vote on [Sunday]."]
    Future "bailed to"
        Before(&BOUND, 8, |v, at| v.is(at + 1, &["to"]) && !v.is_told_since(at));
        ["He was bailed to return in [June]."], []
    Future "told to report"
        Before(&BIDDEN, 8, |v, at| {
            v.is(at + 1, &["to"]) && at + 2 < v.tokens.start && v.of(at + 2, &REPORTING)
                && !is_behind_year(v) && !v.is_told_on() && !v.is_told_since(at)
        });
        ["He was ordered to report to prison in [June]."],
        ["He was called up in 1942 and ordered to report in [June]."]
    Future "expects to"
        Before(&PLANS, 8, |v, at| (at + 1..v.tokens.start).any(|at| v.is(at, &["to"])) && !v.is_told_since(at));
        ["The firm expects the mine to add to earnings from [May]."], []
    Future "a warning for rain"
        Before(&WARNINGS, 8, |v, at| {
            let name = |at| v.doc.tokens[at as usize].case != Case::Lower;
            let somebody = |at| name(at) || v.of(at, &ARTICLES) || v.of(at, &OWNERS);
            v.is(at + 1, &["for"]) && !somebody(at + 2) && v.holds_on(at)
        });
        ["The office issued a warning for rain on [Sunday]."],
        ["It issued a warning for Egypt on [Sunday].", "Warnings for the coast were issued on [Monday]."]
    Future "announced, starting in"
        Before(&SPANS, 8, |v, at| {
            let last = v.tokens.start - 1;
            at < last
                && !(at..last).any(|at| v.is(at, &[",", ";", "and"]))
                && v.near(16, at).any(|at| v.of(at, &MADE_KNOWN))
        });
        ["The band announced a tour, starting in Leeds on [6 September]."], []
    Past "put back, and it came"
        Before(&TO, 1, |v, to| is_moved_to(v, to) && v.is_told_on());
        ["The trial was put back to [January] and collapsed in March."], []
    Future "put back to" Before(&TO, 1, is_moved_to);
        ["The match was postponed to [Friday].", "The vote was put off from May to [September]."], []
    Future "a time of delivery"
        Here(|v| v.tokens.end < v.end && v.of(v.tokens.end, &TRADED));
        ["Crude for [October] delivery fell."], []
    Future "set to"
        Before(&SET, 10, |v, at| v.is(at + 1, &["to"]));
        ["The crew was set to fly on [8 April]."], []
    Future "ahead of what is held in"
        Before(&AHEAD_OF, 2, |v, at| {
            let of = at + 1 + u32::from(v.is(at + 1, &["of"]));
            of == v.tokens.start && v.is_owner() && !v.word(v.tokens.end - 1).ends_with("day")
                && (v.tokens.end + 1..v.end.min(v.tokens.end + 4)).any(|at| is_appointment(v.doc, at))
                && v.is(at, &["ahead"])
        });
        ["The parties argued ahead of [November]'s general election."], ["They met ahead of [Friday]'s vote."]
    Future "to be done by then, as is hoped"
        Before(&HOPES, 12, |v, at| {
            let by = v.limit();
            by.is_some_and(|by| by > at + 2 && v.is(at + 1, &["of", "to"]) && !(at..by).any(|at| v.is(at, &[",", ";"])))
                && !v.near(6, at).any(|at| v.is(at, &["had", "original", "initial"]))
        });
        ["It began a search with the aim of having a chief in place by [July 1]."],
        ["It had the aim of having a chief in place by [July 1]."]
    Past "on some day in"
        Here(|v| {
            let part = |at| v.is(at, &["afternoon", "day", "evening", "morning", "night"]);
            let some = |at: u32| v.near(3, at).any(|at| v.is(at, &["a", "one"]));
            v.behind(1, &["in"])
                && v.tokens.start >= v.start + 3
                && part(v.tokens.start - 2)
                && some(v.tokens.start - 2)
                && v.parse().governing(v.tokens.start).is_some_and(|verb| verb.tense == VerbTense::Present)
        });
        ["I arrive at his house on a raw afternoon in [March]."], ["I will arrive on a raw afternoon in [March]."]
    Future "put off from a day to come"
        Before(&FROM, 1, |v, from| moved::is_moved_from(v.doc, from) && v.word(v.tokens.end - 1).ends_with("day"));
        ["The match was moved from [Saturday] to Sunday."], []
    Open "put off from a month"
        Before(&FROM, 1, |v, from| moved::is_moved_from(v.doc, from));
        ["The vote was brought forward from [May]."], []
    Future "a firm reports"
        Before(&REPORT, 2, |v, at| {
            let short = || v.tokens.end + 1 == v.end && v.tokens.start < v.start + 6;
            let which = || v.behind(3, &["which"]) && !v.is(v.tokens.end.min(v.end - 1), &["that"]);
            v.led > 0 && at > v.start && v.head() == Some(at) && (short() || which())
        });
        ["Otter reports on [Thursday].", "Otter, which reports on [Thursday], rose by nine points on the news."], []
    Future "who plays whom, listed" Here(fixtures::is_listed);
        ["[Tuesday]: Holme v Eastfield (7.45pm)."], []
    Past "is quoted"
        Before(&QUOTED, 1, |v, _| v.behind(2, &["is", "are"]));
        ["He is quoted [Saturday] as denying it."], []
    Past "according to"
        Before(&DESPITE, 12, |v, at| {
            let over = |at| v.is(at, &[",", ";", ":", "–", "—"]) || v.of(at, &ENDERS);
            !(at..v.tokens.start).any(over)
        });
        ["According to a report by the agency [Friday], it will close.",
         "It will close, despite a meeting on [Tuesday]."], []
    Past "says, and when"
        Before(&SAYS, 1, |v, _| {
            v.tokens.end < v.end && !v.then(&["is", "will", "would", "may", "could", "'s", "’s"])
        });
        ["The company says [Friday] it has paid."], ["The company says [Friday] is a holiday."]
    Past "fixed for, and it came"
        Before(&FIXED, 10, |v, _| v.behind(1, &["for"]) && v.is_told_on());
        ["The judge set a hearing for [4 September], when he lost."], []
    Future "fixed for"
        Before(&FIXED, 10, |v, _| v.behind(1, &["for"]));
        ["The judge set a hearing for [4 September].", "He was calling an election for [December]."], []
    Past "a participle before it"
        Here(|v| {
            let still = ["be", "is", "are", "being", "stay", "stays", "remain", "remains", "keep", "kept"];
            let done = |at| v.of(at, &DONE) || v.word(at).len() > 5 && v.word(at).ends_with("ed");
            v.head().is_some_and(|at| at > v.start && done(at) && !v.is(at - 1, &still))
        });
        ["The order issued [Thursday] stands.", "It will honour a contract signed on [3 March]."],
        ["It will be signed on [3 March]."]
}

/// True for a word that makes a plan of what is behind it.
fn is_planned(v: &View<'_>, at: u32) -> bool {
    // `the upcoming tour via a poem on Monday`, `announced its plans on Monday to leave`: the plan is another thing.
    let other = |at| v.of(at, &ASIDE) && !(v.led > 0 && at + 1 == v.tokens.start);
    let apart = v.is(at, &["upcoming"]) && (at + 1..v.tokens.start).any(other)
        || at > v.start
            && (v.is(at, &["planned", "scheduled"])
                && v.of(at - 1, &ARTICLES)
                && !v.near(8, at).any(|at| v.of(at, &CALLED_OFF))
                || v.is(at, &["plans"]) && at + 1 + v.led == v.tokens.start && v.of(at - 1, &OWNERS));
    // `is due to a fault found on Friday`
    let caused = || v.is(at, &["due"]) && v.is(at + 1, &["to"]) && v.parse().verb_at(at + 2).is_none();
    // `had been due to begin on 4 May`, said after it
    let numbered = || v.tokens.range().any(|at| v.doc.word(at).starts_with(|c: char| c.is_ascii_digit()));
    // `had originally been planned for April`
    let once = || {
        let before = |back: u32, words: &[&str]| at >= v.start + back && v.is(at - back, words);
        let first = |back| before(back, &["first", "initially", "originally"]);
        first(1) && before(2, &["been"]) && before(3, &["had"]) || first(2) && before(3, &["had"])
    };
    let dropped = || {
        let had = at > v.start + 1 && v.is(at - 1, &["been"]) && v.is(at - 2, &["had", "'d", "’d"]);
        had && numbered() || once()
    };
    !apart && !caused() && !v.is_told_since(at) && !dropped()
}

/// `was called up in 1942 and ordered to report in March`: in a paragraph that has told of a year, what was to come then
/// is over.
fn is_behind_year(v: &View<'_>) -> bool {
    const FAR: u32 = 80;
    let block = v.doc.sentences[v.sentence as usize].block;
    let first = v.doc.sentences.partition_point(|s| s.block < block);
    let start = v.doc.sentences[first].tokens.start.max(v.tokens.start.saturating_sub(FAR));
    (start..v.tokens.start).any(|at| is_year(v.doc, at) && v.word(at).starts_with(['1', '2']))
}

/// `postponed to Friday`, `put off from May to September`
fn is_moved_to(v: &View<'_>, to: u32) -> bool {
    to > v.start
        && (!v.is(to, &["until"]) && moved::is_moved_before(v.doc, to) || moved::is_to(v.doc, v.start, v.tokens.start))
}

/// `A 3 June date was set`
fn is_set_behind(v: &View<'_>) -> bool {
    (v.tokens.end..v.end.min(v.tokens.end + 5)).any(|at| v.of(at, &SETS))
}
