//! The words that tell which way a clause looks.

use crate::lists::List;

/// Words that only together with what is behind them are signs.
pub(super) static UNTIL: List = List::new("until till");
pub(super) static UP: List = List::new("up");
pub(super) static SINCE: List = List::new("since");
pub(super) static FROM: List = List::new("from");
pub(super) static TO: List = List::new("to into until");
pub(super) static DUE: List = List::new("due out payable");
pub(super) static FORCE: List = List::new("effect force place");
pub(super) static EARLY: List = List::new("early soon");
pub(super) static DATE: List = List::new("date deadline");
pub(super) static SETS: List = List::new("set sets fixed fixes");
pub(super) static CHOSE: List = List::new("chose fixed fixes named picked set sets");
pub(super) static REPORT: List = List::new("reports");
pub(super) static QUOTED: List = List::new("cited quoted reported");
pub(super) static GO: List = List::new("go goes");
pub(super) static CHANCE: List = List::new("chance chances prospect prospects risk");
pub(super) static RUN: List = List::new("run run-up runup");
pub(super) static RULED: List = List::new("ruled");
pub(super) static PULLED: List = List::new("pull pulled pulling pulls");
pub(super) static SET: List = List::new("set");
pub(super) static LOOK: List = List::new("look looks looked looking");
pub(super) static BRACE: List = List::new("brace braces bracing prepare prepares preparing ready");
pub(super) static ODDS: List = List::new("likelihood odds probability");
pub(super) static NOT: List = List::new("not n't");
pub(super) static DESPITE: List = List::new("according despite");

/// Words right before an expression that look ahead whatever the verb.
pub(super) static AHEAD: List = List::new("until till upcoming beginning starting");
/// Words in the clause that make a plan of whatever the verb.
pub(super) static PLANNED: List = List::new("scheduled expected due planned slated plans planning upcoming deadline");

/// Words of what is meant to be reached, with `of` or `to` behind them.
pub(super) static HOPES: List = List::new("aim ambition goal hope hopes intention objective target");
pub(super) static AHEAD_OF: List = List::new("ahead");

/// Verbs that fix a day `for` something.
pub(super) static FIXED: List = List::new(
    "set sets setting fixed fixes call calls called calling scheduled schedule schedules \
     rescheduled reschedule pencilled penciled",
);

/// What is put off `to` a day.
pub(super) static MOVED: List =
    List::new("postponed moved pushed delayed deferred adjourned rescheduled extended shifted slid slipped");

/// What is moved with `off`, `back` or `forward`.
pub(super) static MOVES_AWAY: List = List::new("bring brought move moved pulled push pushed put");

/// What a time of delivery stands before: `October delivery`.
pub(super) static TRADED: List = List::new("delivery futures contract contracts settlement expiry");

/// Verbs behind which a bare day is the day of the saying: `the company says Friday that`.
pub(super) static SAYS: List = List::new("says say tells tell warns warn reports claims denies confirms");

/// Verbs of saying, told as past, behind which `would` lies ahead of who writes.
pub(super) static REPORTS: List =
    List::new("added announced confirmed insisted pledged promised revealed said stated told vowed warned wrote");

/// Verbs by which what has happened on a day is set beside other things: `the ruling Thursday comes after`.
pub(super) static SETS_BESIDE: List = List::new(
    "comes come follows follow marks mark brings bring raises raise leaves leave adds add makes make ends means \
     mean",
);

/// Prepositions that lead to something else.
pub(super) static ASIDE: List = List::new("via through with by from during after against in on at");

/// Words of whose something is.
pub(super) static OWNERS: List = List::new("its their his her our the 's ’s");

/// What stands before `a scheduled stop`.
pub(super) static ARTICLES: List = List::new("a an its their his her");

/// Verbs of what does not take place on the day that was planned.
pub(super) static CALLED_OFF: List = List::new(
    "cancel canceled cancelled canceling cancelling cancels postpone postponed postpones delayed delay call called \
     scrapped boycott confirmed confirm announced before ahead for to of",
);

/// Participles right before an expression that look back whatever the verb.
pub(super) static DONE: List = List::new("issued announced published released reported signed held filed dated");

/// Words before `as early as Friday` that make a plan of it.
pub(super) static MAYBE: List = List::new("could would will may might can to expects hopes possibly");

/// What `would` be done at a time that is to come: `would be held in the spring`.
pub(super) static HELD: List = List::new("begin close end held launched open published start staged take");

/// Auxiliaries of what may come.
pub(super) static MODALS: List = List::new("may might must shall should");
/// Verbs that say what is so, not what is to happen on a day.
pub(super) static STATES: List = List::new(
    "is are 's ’s 're ’re am has have says say knows know belongs belong means mean seems seem wants want needs \
     need believes believe thinks think remains remain likes like shows show lives live stands stand can may might \
     could accused alarmed alleged believed blamed concerned outraged pleased saddened shocked suspected thought \
     wanted worried",
);

/// Words behind which a phrase is over.
pub(super) static ENDERS: List = List::new("that which who will would is are plans until");

/// Verbs of saying to somebody.
pub(super) static TOLD: List = List::new("told informed assured warned reminded notified");

/// Participles of what goes with the verb around them, before it or after.
pub(super) static ALONGSIDE: List =
    List::new("accompanied aimed attended based followed given hosted joined led preceded set");

/// Verbs of what is fixed beforehand.
pub(super) static TIMETABLE: List = List::new(
    "begins begin starts start opens open return ends end closes close expires expire airs arrives arrive departs depart \
     resumes resume kicks retires retire reopens reopen lapses lapse launches returns",
);

/// The same of leases, which are one.
pub(super) static ENDS: List = List::new("ends closes starts opens begins expires resumes");

/// How something came to be, which says nothing of what came next.
pub(super) static ORIGIN: List = List::new("born built educated established founded opened raised");

/// The same where the word behind says so.
pub(super) static TIMETABLE_OF_TWO: [(List, List); 6] = [
    (List::new("runs run"), List::new("out from until till")),
    (List::new("comes come"), List::new("into to")),
    (List::new("goes go"), List::new("into to on live back forward up down")),
    (List::new("takes take"), List::new("effect over office place")),
    (List::new("falls fall"), List::new("due")),
    (List::new("leaves leave"), List::new("office")),
];

/// Verbs that ask somebody to do something, where they open a quotation.
pub(super) static ASKING: List = List::new(
    "ask bring buy call check come do expect give go join keep let look meet please remember save see send start \
     stay take tell try vote wait watch write",
);
/// Verbs of what people agree to do at a meeting, so that its day is that of the doing.
pub(super) static MEETS: List = List::new("appear attend debate discuss hold meet play present sign speak vote");

/// What is given `for` what is still to come, where it is not for somebody.
pub(super) static WARNINGS: List = List::new("alert alerts warning warnings");

/// What else is declared `for` a day to come.
pub(super) static ORDERS: List = List::new(
    "advisory ban blackout closure closures curfew lockdown mourning protests shutdown stoppage strikes vigil walkout \
     walkouts",
);

/// Verbs by which that is done.
pub(super) static DECLARES: List = List::new("called declared imposed issued ordered");

/// Verbs of what is settled, told as past, behind which somebody is to do something at a time, past or to come.
pub(super) static SETTLED: List =
    List::new("agreed chose decided opted pledged promised resolved undertook voted vowed");

/// Verbs of what people once thought would come.
pub(super) static BELIEVED: List =
    List::new("assumed believed expected feared figured hoped imagined predicted thought");

/// What something is `from` a day that is over.
pub(super) static THAN: List = List::new("up down higher lower different unchanged");

/// Verbs of making known, behind which what is `starting in Leeds on 6 September` lies ahead.
pub(super) static MADE_KNOWN: List =
    List::new("announce announced announces confirmed confirms revealed reveals unveiled unveils");

/// Participles of what has a beginning and an end.
pub(super) static SPANS: List = List::new("beginning concluding culminating ending opening starting");

/// Verbs of what is fixed beforehand that have the same form for many (`the clocks go back on Sunday`), and those that are
/// nouns as often (`York host Leeds on Sunday`).
pub(super) static FIXTURES: List = List::new("arrive begin depart fly go meet reopen sail travel welcome");
pub(super) static FIXTURES_OR_NOUNS: List = List::new("face host play return start visit");
pub(super) static FIXTURES_OF_ONE: List = List::new("faces flies hosts marks passes plays tours visits");

/// Participles of who is told to do something on a later day (`was bailed to return in June`).
pub(super) static BOUND: List = List::new("bailed invited remanded summoned");

/// Participles of who is told `to` do what is done on a day that is fixed (`was ordered to report to prison in June`).
pub(super) static BIDDEN: List = List::new("asked instructed ordered required told");
pub(super) static REPORTING: List = List::new("appear attend reappear report return surrender testify");

/// Verbs of what is meant to happen, with `to` behind them.
pub(super) static PLANS: List = List::new("aim aims expect expects hope hopes intend intends plan want wants");

/// What is `for` a time to come.
pub(super) static OUTLOOK: List =
    List::new("bookings forecast forecasts futures guidance orders outlook reservations timetable");

/// What is thought of `for` a time to come.
pub(super) static WEIGHING: List = List::new("considering mulling weighing");

/// Verbs of what goes on for a while, in the past.
pub(super) static LASTS: List = List::new("closed detained held kept sat shut was went were");

/// The same, where its end is told as past too.
pub(super) static ENDED: List =
    List::new("blocked continued fought lasted played ran remained searched slept stayed took waited worked");

/// Auxiliaries, behind which another verb has begun.
pub(super) static BEING: List = List::new("are be been had has have is was were will");

/// What a vote does by itself, there and then.
pub(super) static BY_VOTE: List = List::new(
    "accept adopt approve authorise authorize back censure confirm defeat dismiss elect endorse expel impeach name oust \
     pass ratify reject remove support suspend",
);
