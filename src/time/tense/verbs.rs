//! The signs of the verb that an expression hangs on, and of those around it.

use super::Test::Here;
use super::view::View;
use super::words::*;
use super::{REACH, fixtures, is_agreed_there, is_year, moved, table};
use crate::document::Case;
use crate::grammar::VerbTense::{Future, Modal, Past, PastPerfect, Present, PresentPerfect};
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::lists::List;
use crate::time::resolve::{APPOINTMENTS, is_appointment};

table! { SIGNS:
    // It governs the expression, whatever clause it was counted to.
    Past "a verb of the past right before it"
        Here(|v| {
            let verb = v.head().and_then(|at| v.parse().verb_at(at));
            verb.is_some_and(|verb| is_past(verb) || v.is_participle(verb))
        });
        ["“It is ours,” she said [Tuesday].", "They will cross a bridge built in [May]."], []
    Past "said behind a quotation"
        Here(|v| v.nearest().is_some_and(|verb| {
            verb.tokens.start > v.start
                && v.is(verb.tokens.start - 1, &["\"", "”", "''"])
                && (v.is_participle(verb) || is_past(verb))
                && v.tokens.start - verb.main <= 8
                && v.is_clear(verb, &[",", ";", ":", "\"", "“", "that"])
        }));
        ["“This will do for all,” stated the bishop during the [Friday] service."], []
    Past "after doing it"
        Here(|v| v.nearest().is_some_and(|verb| {
            verb.tense == VerbTense::None
                && v.word(verb.main).ends_with("ing")
                && verb.tokens.start > v.start
                && v.is(verb.tokens.start - 1, &["after", "since"])
                && v.tokens.start - verb.main <= 16
                && v.is_clear(verb, &[",", ";", ":", "\"", "”"])
        }));
        ["It will open the park again, after closing it during riots in [March]."], []
    Future "considers doing it"
        Here(|v| v.nearest().is_some_and(|verb| {
            let doing = verb.tense == VerbTense::None && verb.tokens.len() == 1 && v.word(verb.main).ends_with("ing");
            doing && v.tokens.start - verb.main <= 12 && verb.main > v.start && v.of(verb.main - 1, &WEIGHING)
        }));
        ["The king is considering holding a vote in [April]."], ["The king admitted holding a vote in [April]."]
    Future "a lease ends"
        Here(|v| v.outer().is_none() && v.head().is_some_and(|at| at > v.start && v.of(at, &ENDS)));
        ["The lease ends [October 30]."], []
    Future "voted to do in"
        Here(|v| {
            let to = v.nearest().filter(|verb| is_to(v, verb) && !v.of(verb.main, &BY_VOTE));
            let voted = |to: &VerbGroup, verb: &VerbGroup| v.is(verb.main, &["voted"]) && to.main - verb.main <= 12;
            v.behind(1, &["in", "from"])
                && to.is_some_and(|to| v.verbs_before(to.main).last().is_some_and(|verb| voted(to, verb)))
        });
        ["They voted to close the hall in [October]."], ["They voted to approve the budget in [October]."]
    // Not `had hoped to report by March`.
    Future "to be done by then"
        Here(|v| v.is_limit() && v.nearest().is_some_and(|verb| {
            is_to(v, verb)
                && v.tokens.start - verb.main <= 12
                && v.verbs_before(verb.main).last().is_none_or(|v| v.tense != PastPerfect)
        }));
        ["The court has ordered the firm to report by the [end of March].",
         "It has ordered the firm to cut fares from [September]."],
        ["The firm had hoped to report by [March].", "They voted to sit from [May] to July."]
    Future "asked for, or promised, by then"
        Here(|v| v.limit().is_some_and(|by| {
            let asked = ["ask", "asks", "demand", "demands", "urge", "urges", "want", "wants"];
            let promised = ["pledged", "promised", "vowed"];
            let verb = v.verbs_before(by).iter().rev().find(|v| v.tense != VerbTense::None);
            verb.is_some_and(|verb| {
                let inside = v.tokens.start > by + 2 && v.led > 0;
                verb.tense == Present && v.is(verb.main, &asked)
                    || inside && verb.tense == Past && !verb.passive && v.is(verb.main, &promised)
            })
        }));
        ["The suit asks a judge to order the schools reopened by the start of classes in [August].",
         "She promised each family a goat by Diwali, in [October]."],
        ["The schools were reopened by the start of classes in [August]."]
    Past "told on a day, and what"
        Here(|v| v.nearest().is_some_and(|verb| {
            let what = [",", ";", ":", "that", "the", "their", "his", "her", "if"];
            verb.tense == Past
                && v.outer().is_some_and(|outer| outer.main > v.tokens.end)
                && v.of(verb.main, &TOLD)
                && v.tokens.start - verb.main <= 6
                && v.is_clear(verb, &what)
                && v.tokens.end < v.end
                && v.parse().verb_at(v.tokens.end).is_none()
        }));
        ["The mayor informed staff [Thursday] the office will close."], []
    Past "what has happened beside what is"
        Here(|v| v.led == 0 && v.outer().is_some_and(|verb| {
            let is_doing = || verb.tokens.len() > 1 && v.word(verb.main).ends_with("ing");
            verb.tense == Present
                && verb.tokens.start == v.tokens.end
                && (v.of(verb.main, &SETS_BESIDE) || is_doing())
        }));
        ["The ruling [Thursday] comes after a long trial.", "The panel [Tuesday] is hearing the case."], []
    Future "asked in a quotation"
        Here(|v| v.quoted().is_some_and(|quoted| v.of(quoted.start, &ASKING)));
        ["“Ask me in [July],” she said."], []
    // Not `will close the mill and cut 90 jobs by June`, which goes on with what lies ahead.
    Past "a participle of its own"
        Here(|v| {
            let own = v.clause().filter(|c| c.kind == ClauseKind::Participial).and_then(|c| c.verb);
            own.map(|number| &v.parse().verbs[number as usize]).is_some_and(|verb| {
                let goes_on = verb.main > v.start && v.is(verb.main - 1, &["and", "or", "then"]);
                verb.passive
                    && v.is_participle(verb)
                    && verb.main < v.tokens.start
                    && !v.of(verb.main, &ALONGSIDE)
                    && !goes_on
            })
        });
        ["It will be held in the hall, last used by the firm in [April]."], []
    Past "agreed at a meeting"
        Here(|v| v.governing().is_some_and(|verb| is_agreed_there(v.doc, verb, v.tokens.start)));
        ["They agreed to join forces at a ceremony on [Saturday]."], []
    Future "said that it would" Here(|v| v.governing().is_some_and(|verb| is_said_ahead(v, verb)));
        ["They said that they would meet on [Friday] evening."],
        ["They hoped that they would meet on [Friday].", "They said in 1990 that they would open it in [May]."]
    Future "who plays whom"
        Here(|v| {
            // `York host Leeds on Sunday, with Lee expected to play`
            let beyond = |verb: &VerbGroup| (v.tokens.end..verb.main).any(|at| v.is(at, &[",", ";"]));
            v.governing().is_none_or(beyond) && fixtures::is_fixture(v)
        });
        ["The tour visits Leeds on [Sunday].", "Holme, bottom of the table by one point, go to Eastfield on [Sunday]."], []
    // This tense goes with no day that is over.
    Future "declared from"
        Here(|v| v.behind(1, &["from"]) && !v.is_stretch() && v.governing().is_some_and(|verb| is_declared(v, verb)));
        ["The king has declared two days of mourning from [Monday].", "The town announced a curfew from [Monday]."], []
    Future "put off something to"
        Here(|v| v.behind(1, &["to"]) && !is_second(v) && v.governing().is_some_and(|verb| {
            moved::is_moving(v.doc, verb.main, v.tokens.start - 1) && !v.is_told_on()
        }));
        ["The court put off the trial of the three men to [Monday]."], []
    Future "announced for"
        Here(|v| v.behind(1, &["for"]) && !v.is_owner() && declares(v, &[&WARNINGS, &APPOINTMENTS, &ORDERS]));
        ["The union announced a strike by crews for [Tuesday]."],
        ["It announced a strike by crews for [Sunday]'s attack."]
    Future "has called something on"
        Here(|v| v.led == 1 && !v.is_owner() && v.governed(PresentPerfect, |verb| {
            let calls = ["announced", "called", "organised", "organized", "pledged", "promised", "scheduled", "threatened"];
            let first = verb.tokens.end;
            // Not `has called the mayor on Friday`.
            let some = v.is(first, &["a", "an", "another", "more", "further", "fresh", "new", "mass"]);
            v.is(verb.main, &calls) && some && v.is_clear(verb, &[",", ";"])
        }));
        ["Crews have called a walkout on [Tuesday].", "The party has promised a bigger march on [Tuesday]."],
        ["The party has called the mayor on [Tuesday]."]
    Future "expects something in"
        Here(|v| v.governed(Present, |verb| {
            let expects = ["expect", "expects", "forecast", "forecasts", "predict", "predicts"];
            v.is(verb.main, &expects) && verb.tokens.end < v.tokens.start && v.is_clear(verb, &[",", ";"])
        }));
        ["The bank still expects a cut in [February]."], []
    Future "warned from one hour to another"
        Here(|v| (is_second(v) || v.behind(1, &["from"])) && declares(v, &[&WARNINGS]));
        ["It issued a warning of snow from [3am] to noon.", "It issued a warning of snow from 3am to [Sunday]."], []
    Future "has been promised by"
        Here(|v| v.behind(1, &["by"]) && v.governed(PresentPerfect, |verb| {
            let bound = ["asked", "given", "ordered", "told", "urged", "warned"];
            // Not `has been hit by the fall in prices`, `have died by Friday's count`.
            (v.of(verb.main, &SETTLED) || v.is(verb.main, &bound)) && v.is_clear(verb, &[",", ";"]) && !v.is_owner()
        }));
        ["They have been promised an answer by [July]."], []
    Future "if it has not by"
        Here(|v| v.is_limit() && v.governed(PresentPerfect, |_| v.clause().is_some_and(|c| {
            c.kind == ClauseKind::Subordinate && v.is(c.tokens.start, &["if", "once", "unless"])
        })));
        ["It will close if she has not acted by [July]."], []
    // This tense goes with no day that is over.
    Open "has summoned on"
        Here(|v| v.behind(1, &["on"]) && v.governed(PresentPerfect, |verb| {
            v.is(verb.main, &["called", "invited", "listed", "summoned"])
        }));
        ["The court, which has summoned him on [20 February], is full."], []
    Past "a verb of the past" Here(|v| v.governing().is_some_and(is_past));
        ["The council met in the hall on [Friday]."], []
    Future "a verb of the future" Here(|v| v.governed(Future, |_| true));
        ["The council will meet in the hall on [Friday]."], []
    // `could` and `would` look either way.
    Past "may have done" Here(|v| v.governed(Modal, |verb| v.of(verb.tokens.start, &MODALS) && has_have(v, verb)));
        ["The council may have decided it in [May]."], []
    Future "may do" Here(|v| v.governed(Modal, |verb| v.of(verb.tokens.start, &MODALS)));
        ["The council may decide it in [May]."], []
    Future "could, as is said now"
        Here(|v| v.governed(Modal, |verb| {
            let said = || v.verbs_before(verb.tokens.start).last().is_some_and(|before| before.tense == Present);
            v.is(verb.tokens.start, &["could"]) && !has_have(v, verb) && v.is_content(verb) && said()
        }));
        ["The union says its crews could strike [Thursday]."], ["The union said it could strike on [Thursday]."]
    Future "asked to be done"
        Here(|v| v.governed(Modal, |verb| v.is(verb.tokens.start, &["be"])));
        ["The law requires that the vote be held on [21 April]."], []
    Future "by then" Here(|v| v.behind(1, &["by", "before"]));
        ["The council could decide it by [May]."], []
    Future "on a timetable"
        Here(|v| v.governed(Present, |verb| {
            let with = |(first, second): &(List, List)| {
                v.of(verb.main, first) && verb.main + 1 < v.end && v.of(verb.main + 1, second)
            };
            v.of(verb.main, &TIMETABLE) || TIMETABLE_OF_TWO.iter().any(with)
        }));
        ["The year ends in [September].", "The lease runs out in [May]."], []
    Future "they have a match"
        Here(|v| v.governed(Present, |verb| {
            v.is(verb.main, &["have", "has"]) && (verb.tokens.end..v.tokens.start).any(|at| is_appointment(v.doc, at))
        }));
        ["The players have a match on [Tuesday]."], []
    // Not `is up from Friday`.
    Future "is shut from"
        Here(|v| v.behind(1, &["from"]) && v.governed(Present, |verb| {
            verb.tokens.end + 1 < v.tokens.start
                && !v.of(v.tokens.start - 2, &THAN)
                && (verb.passive || v.is(verb.main, &["is", "are", "face", "faces"]))
        }));
        ["The bridge is shut to lorries from [Monday]."], ["The price is up from [Friday]."]
    Future "would be held"
        Here(|v| v.governed(Modal, |verb| {
            // Not `hoped that it would open in the spring`.
            let said = v.is_content(verb);
            let held = v.is(verb.tokens.start, &["would"]) && v.of(verb.main, &HELD) && !said;
            let could = v.is(verb.tokens.start, &["could"]) && verb.main < v.tokens.start;
            let reopens = (could || v.is(verb.tokens.start, &["can"])) && !said && v.of(verb.main, &TIMETABLE);
            let owned = || v.tokens.end + 1 < v.end && v.then(&["'s", "’s"]) && is_appointment(v.doc, v.tokens.end + 1);
            (held || reopens || could && owned()) && !is_perfect(v, verb)
        }));
        ["A second round would be held in the [spring].", "The bridge could reopen on [Friday].",
         "Lee could miss [Friday]'s trip."], []
    Future "a strike could"
        Here(|v| v.governed(Modal, |verb| {
            verb.tokens.start >= v.tokens.end && !v.is(verb.tokens.start, &["would"]) && !is_perfect(v, verb)
        }) && v.near(8, v.tokens.start).any(|at| is_appointment(v.doc, at)));
        ["A strike by pilots on [Monday] could ground the fleet."], []
    Past "a report of the day" Here(|v| v.governed(Present, |verb| v.of(verb.main, &SAYS)));
        ["Also [Saturday], the army reports that all is calm."], []
    Future "until it can be done"
        Here(|v| v.governed(Present, |_| {
            let mut around = std::iter::successors(v.clause(), |c| v.parse().clauses.get(c.parent? as usize)).take(3);
            around.any(|c| {
                c.kind == ClauseKind::Subordinate && v.is(c.tokens.start, &["once", "unless", "until"])
            })
        }));
        ["The strike was put off until she is able to meet the crews [Thursday]."],
        ["It will run until he retires in [May]."]
    // What is so is so on any day, unless the day is what it is (`the deadline is Friday`), or it is in a listing.
    Open "what is so"
        Here(|v| v.governed(Present, |verb| {
            v.of(verb.main, &STATES)
                && verb.tokens.end + v.led != v.tokens.start
                && !(v.tokens.start == v.start && v.then(&[":"]))
        }));
        ["The town is calm on [Friday]."], ["The feast is [Friday].", "[Thursday]: The firm shows its wares."]
    Present "a verb of the present" Here(|v| v.governed(Present, |_| true));
        ["The feast is [Friday].", "The council meets in the hall on [Friday]."], []
}

fn is_past(verb: &VerbGroup) -> bool {
    matches!(verb.tense, Past | PresentPerfect | PastPerfect)
}

/// `to report`, `be held`
fn is_to(v: &View<'_>, verb: &VerbGroup) -> bool {
    verb.tense == VerbTense::None
        && verb.tokens.start > v.start
        && (v.is(verb.tokens.start, &["to", "be"]) || v.is(verb.tokens.start - 1, &["to"]))
}

/// `may have decided`, `could have not`
fn has_have(v: &View<'_>, verb: &VerbGroup) -> bool {
    verb.tokens.range().any(|at| v.is(at as u32, &["have"]))
}

/// `could have`
fn is_perfect(v: &View<'_>, verb: &VerbGroup) -> bool {
    verb.tokens.len() > 1 && v.is(verb.tokens.start + 1, &["have"])
}

/// The second of two that belong together: `from 3am to noon`.
fn is_second(v: &View<'_>) -> bool {
    v.behind(1, &["to", "until", "till", "-", "–", "and"])
        && v.near(5, v.tokens.start).any(|at| v.is(at, &["from", "between"]))
}

/// `has declared mourning`, `announced a curfew`
fn is_declared(v: &View<'_>, verb: &VerbGroup) -> bool {
    let past = || verb.tense == Past && (v.of(verb.main, &MADE_KNOWN) || v.of(verb.main, &DECLARES));
    !verb.passive && verb.main + 2 < v.tokens.start && (verb.tense == PresentPerfect || past())
}

/// `announced a strike for Tuesday`, where a strike is one of these.
fn declares(v: &View<'_>, what: &[&List]) -> bool {
    let joins = ["by", "for", "from", "in", "of", "on", "with"];
    v.governing().filter(|verb| is_declared(v, verb)).is_some_and(|verb| {
        let mut between = (verb.main + 1..v.tokens.start - 1).take(REACH);
        between.any(|at| v.is(at + 1, &joins) && what.iter().any(|list| v.of(at, list)))
    })
}

/// `said that they would meet`
fn is_said_ahead(v: &View<'_>, verb: &VerbGroup) -> bool {
    let parse = v.parse();
    if !v.is(verb.tokens.start, &["would"]) || has_have(v, verb) {
        return false;
    }
    let content = parse.clause_of(verb.main).is_some_and(|c| {
        // `said he landed on Monday and would leave on Friday`, `landed on Monday and would leave on Friday`
        let clause = &parse.clauses[c];
        let joined = clause.parent.filter(|_| clause.kind == ClauseKind::Coordinated);
        let first = joined.map_or(clause, |p| &parse.clauses[p as usize]);
        let outer = first.parent.and_then(|p| parse.clauses[p as usize].verb).map(|n| &parse.verbs[n as usize]);
        // Not `hoped that it would open on Sunday`.
        let says = |o: &VerbGroup| o.tense == Past && v.of(o.main, &REPORTS);
        let told = || first.verb.is_some_and(|n| parse.verbs[n as usize].tense == Past);
        let timed = |at| v.word(at).ends_with("day") && v.doc.tokens[at as usize].case == Case::Title;
        joined.is_some() && told() && (first.tokens.start..verb.tokens.start).any(timed)
            || first.kind == ClauseKind::Content && outer.is_some_and(says)
    });
    // `said in 1990 that it would open in May`
    content && !(v.start..verb.tokens.start).any(|at| is_year(v.doc, at) || v.is(at, &["last", "ago", "earlier"]))
}
