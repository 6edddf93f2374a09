//! Words at which a line can be parted, and those that ask for more: what a line of the reading path must not end with. Absent
//! here: the line (`lead`).

use crate::lists::List;

/// Words behind which stands what makes the words before them untrue, or only half of what was done.
pub(super) const UNTRUE: &[&str] =
    &["although", "before", "but", "except", "if", "nor", "or", "though", "unless", "until", "yet"];

/// Words with which that begins what the words before them leave open: `the fact`, `an effort`.
pub(super) const ASKED: &[&str] = &["because", "that", "to", "whether", "who", "whom", "whose"];

/// Words before which a sentence can be parted.
pub(super) static PARTS: List = List::new(
    "across after against along amid among and around as at before between by during following for from in including \
    into near on over since through under when where which while with within without",
);

/// What things are like: before a comma, another such word and the thing follow.
pub(super) static QUALITIES: List = List::new(
    "bad big bitter broad cheap clean clear cold dark dear deep difficult direct fair fast fierce free full good great hard \
    healthy heavy high huge large long low narrow new normal old open peaceful poor quick quiet rich rough safe sharp short \
    simple slow small smooth soft steep strong tense tough vast warm weak wide young",
);

/// Verbs that say nothing without what is said.
pub(super) static SAYS: List = List::new(
    "added adding announced argued claimed claiming declared explained insisted noted replied reported said saying \
    reads says stated stating stressed told warned wrote",
);

/// Words that begin a sentence with when, where or by what something came about: it is true without them. Not `if`, nor `according to`.
pub(super) static FRONTS: List = List::new(
    "After Although Amid As At Before Despite During Following For From In On Since Though Under Upon While With",
);

/// Words in lower case that begin a subject; not `he`, who is told of in front.
pub(super) static SUBJECTS: List = List::new(
    "a all an another both dozens few five four hundreds many more most no one several some the these this those \
    thousands three two",
);

/// Words of four letters and more that ask for another behind.
pub(super) const LEADS: &[&str] = &[
    "about", "after", "against", "among", "because", "been", "before", "being", "between", "during", "early", "eight",
    "either", "eleven", "even", "five", "four", "from", "have", "into", "just", "late", "less", "many", "more", "most",
    "much", "nine", "only", "over", "seven", "since", "some", "such", "than", "that", "their", "this", "three",
    "through", "twelve", "under", "until", "were", "what", "when", "where", "whether", "which", "while", "whose",
    "will", "with", "without", "would",
];
