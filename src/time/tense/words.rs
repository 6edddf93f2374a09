//! The words that tell which way a clause looks.

/// Words right before an expression that look ahead whatever the verb.
pub(super) const AHEAD: &[&str] = &["until", "till", "upcoming", "beginning", "starting"];
/// Words in the clause that make a plan of whatever the verb.
pub(super) const PLANNED: &[&str] =
    &["scheduled", "expected", "due", "planned", "slated", "plans", "planning", "upcoming", "deadline"];

/// Verbs that fix a day `for` something.
pub(super) const FIXED: &[&str] = &[
    "set",
    "sets",
    "setting",
    "call",
    "calls",
    "called",
    "calling",
    "scheduled",
    "schedule",
    "schedules",
    "rescheduled",
];

/// What is put off `to` a day.
pub(super) const MOVED: &[&str] =
    &["postponed", "moved", "pushed", "delayed", "deferred", "adjourned", "rescheduled", "extended"];

/// What a time of delivery stands before: `October delivery`.
pub(super) const TRADED: &[&str] = &["delivery", "futures", "contract", "contracts", "settlement", "expiry"];

/// Verbs behind which a bare day is the day of the saying: `the company says Friday that`.
pub(super) const SAYS: &[&str] =
    &["says", "say", "tells", "tell", "warns", "warn", "reports", "claims", "denies", "confirms"];

/// Verbs of saying, told as past, behind which `would` lies ahead of who writes.
pub(super) const REPORTS: &[&str] = &[
    "added",
    "announced",
    "confirmed",
    "insisted",
    "pledged",
    "promised",
    "revealed",
    "said",
    "stated",
    "told",
    "vowed",
    "warned",
    "wrote",
];

/// Verbs by which what has happened on a day is set beside other things: `the ruling Thursday comes after`.
pub(super) const SETS_BESIDE: &[&str] = &[
    "comes", "come", "follows", "follow", "marks", "mark", "brings", "bring", "raises", "raise", "leaves", "leave",
    "adds", "add", "makes", "make", "ends", "means", "mean",
];

/// Prepositions that lead to something else.
pub(super) const ASIDE: &[&str] =
    &["via", "through", "with", "by", "from", "during", "after", "against", "in", "on", "at"];

/// Words of whose something is.
pub(super) const OWNERS: &[&str] = &["its", "their", "his", "her", "our", "the", "'s", "’s"];

/// What stands before `a scheduled stop`.
pub(super) const ARTICLES: &[&str] = &["a", "an", "its", "their", "his", "her"];

/// Verbs of what does not take place on the day that was planned.
pub(super) const CALLED_OFF: &[&str] = &[
    "cancel",
    "canceled",
    "cancelled",
    "canceling",
    "cancelling",
    "cancels",
    "postpone",
    "postponed",
    "postpones",
    "delayed",
    "delay",
    "call",
    "called",
    "scrapped",
    "boycott",
    "confirmed",
    "confirm",
    "announced",
    "before",
    "ahead",
    "for",
    "to",
    "of",
];

/// Participles right before an expression that look back whatever the verb.
pub(super) const DONE: &[&str] =
    &["issued", "announced", "published", "released", "reported", "signed", "held", "filed", "dated"];

/// Words before `as early as Friday` that make a plan of it.
pub(super) const MAYBE: &[&str] =
    &["could", "would", "will", "may", "might", "can", "to", "expects", "hopes", "possibly"];

/// Auxiliaries of what may come.
pub(super) const MODALS: &[&str] = &["may", "might", "must", "shall", "should"];
/// Verbs that say what is so, not what is to happen on a day.
pub(super) const STATES: &[&str] = &[
    "is",
    "are",
    "'s",
    "’s",
    "'re",
    "’re",
    "am",
    "has",
    "have",
    "says",
    "say",
    "knows",
    "know",
    "belongs",
    "belong",
    "means",
    "mean",
    "seems",
    "seem",
    "wants",
    "want",
    "needs",
    "need",
    "believes",
    "believe",
    "thinks",
    "think",
    "remains",
    "remain",
    "likes",
    "like",
    "shows",
    "show",
    "lives",
    "live",
    "stands",
    "stand",
    "can",
    "may",
    "might",
    "could",
    "accused",
    "alarmed",
    "alleged",
    "believed",
    "blamed",
    "concerned",
    "outraged",
    "pleased",
    "saddened",
    "shocked",
    "suspected",
    "thought",
    "wanted",
    "worried",
];

/// Words behind which a phrase is over.
pub(super) const ENDERS: &[&str] = &["that", "which", "who", "will", "would", "is", "are", "plans", "until"];

/// Verbs of saying to somebody.
pub(super) const TOLD: &[&str] = &["told", "informed", "assured", "warned", "reminded", "notified"];

/// Participles of what goes with the verb around them, before it or after.
pub(super) const ALONGSIDE: &[&str] =
    &["accompanied", "aimed", "attended", "based", "followed", "given", "hosted", "joined", "led", "preceded", "set"];

/// Verbs of what is fixed beforehand.
pub(super) const TIMETABLE: &[&str] = &[
    "begins", "begin", "starts", "start", "opens", "open", "ends", "end", "closes", "close", "expires", "expire",
    "airs", "arrives", "arrive", "departs", "depart", "resumes", "resume", "kicks", "retires", "retire", "reopens",
    "reopen", "lapses", "lapse", "launches", "returns",
];

/// How something came to be, which says nothing of what came next.
pub(super) const ORIGIN: &[&str] = &["born", "built", "educated", "established", "founded", "opened", "raised"];

/// The same where the word behind says so.
pub(super) const TIMETABLE_OF_TWO: &[(&[&str], &[&str])] = &[
    (&["runs", "run"], &["out", "from", "until", "till"]),
    (&["comes", "come"], &["into", "to"]),
    (&["goes", "go"], &["into", "to", "on", "live"]),
    (&["takes", "take"], &["effect", "over", "office", "place"]),
    (&["falls", "fall"], &["due"]),
    (&["leaves", "leave"], &["office"]),
];

/// Verbs that ask somebody to do something, where they open a quotation.
pub(super) const ASKING: &[&str] = &[
    "ask", "bring", "buy", "call", "check", "come", "do", "expect", "give", "go", "join", "keep", "let", "look",
    "meet", "please", "remember", "save", "see", "send", "start", "stay", "take", "tell", "try", "vote", "wait",
    "watch", "write",
];
/// Verbs of what people agree to do at a meeting, so that its day is that of the doing.
pub(super) const MEETS: &[&str] =
    &["appear", "attend", "debate", "discuss", "hold", "meet", "play", "present", "sign", "speak", "vote"];

/// What is still to come, whatever the verb: one of the first words before one of the second (`bracing for rain on
/// Sunday`, `put the odds of a rise in May at a third`, `has not ruled out talks on Friday`).
pub(super) const TO_COME: &[(&[&str], &[&str])] = &[
    (&["look", "looks", "looked", "looking"], &["forward"]),
    (&["brace", "braces", "bracing", "prepare", "prepares", "preparing", "ready"], &["for"]),
    (&["likelihood", "odds", "probability"], &["of"]),
    (&["not", "n't", "n’t"], &["rule", "ruled", "ruling"]),
];

/// What is given `for` what is still to come, where it is not for somebody.
pub(super) const WARNINGS: &[&str] = &["alert", "alerts", "warning", "warnings"];

/// What something is `from` a day that is over.
pub(super) const THAN: &[&str] = &["up", "down", "higher", "lower", "different", "unchanged"];

/// Verbs of making known, behind which what is `starting in Leeds on 6 September` lies ahead.
pub(super) const MADE_KNOWN: &[&str] =
    &["announce", "announced", "announces", "confirmed", "confirms", "revealed", "reveals", "unveiled", "unveils"];

/// Participles of what has a beginning and an end.
pub(super) const SPANS: &[&str] = &["beginning", "concluding", "culminating", "ending", "opening", "starting"];

/// Verbs of what is fixed beforehand that have the same form for many (`the clocks go back on Sunday`), and those that are
/// nouns as often (`York host Leeds on Sunday`).
pub(super) const FIXTURES: &[&str] =
    &["arrive", "begin", "depart", "fly", "go", "meet", "reopen", "sail", "travel", "welcome"];
pub(super) const FIXTURES_OR_NOUNS: &[&str] = &["face", "host", "play", "return", "start", "visit"];
pub(super) const FIXTURES_OF_ONE: &[&str] = &["faces", "flies", "hosts", "marks", "passes", "plays", "tours", "visits"];

/// Participles of who is told to do something on a later day (`was bailed to return in June`).
pub(super) const BOUND: &[&str] = &["bailed", "invited", "remanded", "summoned"];

/// Verbs of what is meant to happen, with `to` behind them.
pub(super) const PLANS: &[&str] =
    &["aim", "aims", "expect", "expects", "hope", "hopes", "intend", "intends", "plan", "want", "wants"];

/// Verbs of what goes on for a while, in the past.
pub(super) const LASTS: &[&str] = &["closed", "detained", "held", "kept", "sat", "shut", "was", "went", "were"];

/// The same, where its end is told as past too.
pub(super) const ENDED: &[&str] = &[
    "blocked",
    "continued",
    "fought",
    "lasted",
    "played",
    "ran",
    "remained",
    "searched",
    "slept",
    "stayed",
    "waited",
    "worked",
];

/// Auxiliaries, behind which another verb has begun.
pub(super) const BEING: &[&str] = &["are", "be", "been", "had", "has", "have", "is", "was", "were", "will"];
