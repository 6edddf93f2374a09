//! Lines of sentences that are cut, and of those that are not.

use crate::{RawInput, analyze};

/// The line of a story of one paragraph.
fn line(text: &str) -> String {
    analyze(&RawInput::text(text)).outline.first().map_or(String::new(), |section| section.text.clone())
}

#[test]
fn a_line_is_never_cut_to_say_something_else() {
    let long = " in the valley of the Berg, where nobody had seen the like of it since the flood of the spring that took the old bridge";
    let mut wrong = Vec::new();
    // Each sentence goes on with `long`, or stands alone.
    for (text, cut) in [
        (
            "The quarry will pay £1,250 to each of its neighbours and 45,000 tonnes of stone were taken back~.",
            "The quarry will pay £1,250 to each of its neighbours and 45,000 tonnes of stone were taken back in the valley of the Berg…",
        ),
        (
            "The clerk of the old granary moved the first of the missing money out of its safe on August 3, 2017, when her chief was away~.",
            "The clerk of the old granary moved the first of the missing money out of its safe on August 3, 2017…",
        ),
        (
            "The clerk of the old granary moved the first of the missing money out of its safe on Thursday, August 3, when her chief was away~.",
            "The clerk of the old granary moved the first of the missing money out of its safe on Thursday, August 3…",
        ),
        (
            "The heritage minister, Una Farrow, opened the rebuilt granary at Tolk with a speech in which she thanked those~.",
            "The heritage minister, Una Farrow, opened the rebuilt granary at Tolk with a speech in which she thanked those in the \
             valley of the Berg…",
        ),
        (
            "Judge Una Farrow cleared the miller of arson but convicted him of fraud over the sale of the granary and two barns~.",
            "Judge Una Farrow cleared the miller of arson but convicted him of fraud over the sale of the granary and two barns in \
             the valley of the Berg…",
        ),
        (
            "Doctors at Tolk expected the miller to recover, but he died on the second night after the fire and the flood~, \
             the hospital said on Monday.",
            "Doctors at Tolk expected the miller to recover, but he died on the second night after the fire and the flood in the \
             valley of the Berg…",
        ),
        (
            "The driver of the cart, a man of 40, was tested for alcohol on the old bridge; the result of it was negative, and he was sent home~.",
            "The driver of the cart, a man of 40, was tested for alcohol on the old bridge; the result of it was negative…",
        ),
        // One more of a list is no aside.
        (
            "The granary of the council sold its grain to Tolk, Sorna, Lower Berg and the islands of the north, and it burned down~.",
            "The granary of the council sold its grain to Tolk, Sorna, Lower Berg and the islands of the north…",
        ),
        // What was said is not left out.
        (
            "The warden of the granary told the council of Tolk that the miller, who is 40, had sold its last grain~.",
            "The warden of the granary told the council of Tolk that the miller, who is 40, had sold its last grain in the valley \
             of the Berg…",
        ),
        (
            "The miller called the council of Tolk and wrote to its warden: “Farewell, my friend, it is over and done”~.",
            "The miller called the council of Tolk and wrote to its warden: “Farewell, my friend, it is over and done” in the valley \
             of the Berg…",
        ),
        (
            "On the same day that Una Farrow gave up her seat in the council of Tolk and her place on the board of the granary \
             and of the mill by the old bridge, the queen named her envoy to the islands.",
            "The queen named her envoy to the islands",
        ),
        (
            "After the fire in the oldest of the granaries by the river that had stood empty for years and was to be sold in the \
             spring to the guild of Tolk, wardens in Tolk, Texas are looking for a boy.",
            "After the fire in the oldest of the granaries by the river that had stood empty for years and was to be sold in the \
             spring to the guild of Tolk, wardens in Tolk, Texas are looking for a boy",
        ),
        // Not behind `who`, nor within `the Tolk council`.
        (
            "The miller of the granary is outlived by his wife Una Farrow, who once said that he sang at the mill “to keep the rats \
             away”, and by their son.",
            "The miller of the granary is outlived by his wife Una Farrow, who once said that he sang at the mill “to keep the rats \
             away”, and by their son",
        ),
        // Words under a picture.
        (
            "The old granary of Tolk. Its roof is to be mended in the spring by the guild of millers.",
            "Its roof is to be mended in the spring by the guild of millers",
        ),
        ("]] The granary opened on Monday.", "The granary opened on Monday"),
        (
            "If the granary of Tolk is not repaired before the rains of the autumn come down, the council will sell it~.",
            "If the granary of Tolk is not repaired before the rains of the autumn come down, the council will sell it in the \
             valley of the Berg…",
        ),
        ("TOLK, Mass. — The granary opened on Monday.", "The granary opened on Monday"),
        ("Tolk – The granary opened on Monday.", "The granary opened on Monday"),
        ("Tolk United – Berg Town was called off.", "Tolk United – Berg Town was called off"),
        ("Monday – The granary opened in rain.", "Monday – The granary opened in rain"),
        ("TOLK: The granary opened on Monday.", "The granary opened on Monday"),
        (
            "The guild of millers, whose head had promised her neighbours to keep the granary at Tolk open for another year \
             and to pay for the roof of the mill by the bridge, has sold it.",
            "The guild of millers has sold it",
        ),
        ("Never again. The granary is shut.", "The granary is shut"),
        // Words quoted are whole, and so is what goes on behind a hyphen.
        (
            "Una Farrow told the council of Tolk that the loss of the mill and of the barns would do what the guild called \
             \"unthinkable harm\" if the roof of the granary is not mended before the rains of the autumn come down~.",
            "Una Farrow told the council of Tolk that the loss of the mill and of the barns would do what the guild called \
             \"unthinkable harm\" if the roof of the granary is not mended before the rains of the autumn come down…",
        ),
        // A verb that stands far on is reached.
        (
            "The warden of Tolk, Una Farrow, and her fellows of the islands in the north and of the valleys in the south, Tom Berg, \
             Ann Holm and Jean-Luc de la Tour, met in the granary on the hill and voted for a new roof~.",
            "The warden of Tolk, Una Farrow, and her fellows of the islands in the north and of the valleys in the south, Tom Berg, \
             Ann Holm and Jean-Luc de la Tour, met in the granary…",
        ),
        (
            "One of the two surveys, ordered by the guild of the millers of Tolk and by the council of the valley and its wardens, \
             puts the harvest at nine tonnes, which is less than anybody in the granary had thought possible~.",
            "One of the two surveys puts the harvest at nine tonnes, which is less than anybody in the granary had thought \
             possible in the valley of the Berg…",
        ),
        // A line says of whom and of what.
        (
            "That's why the gate was locked all day. The council of Tolk had voted for a holiday in March.",
            "The council of Tolk had voted for a holiday in March",
        ),
        (
            "But he says these doors are rotten. The council of Tolk will look at them in the spring of next year.",
            "The council of Tolk will look at them in the spring of next year",
        ),
        (
            "This is the third granary that has burned. The council of Tolk will look at it in the spring.",
            "This is the third granary that has burned",
        ),
        (
            "Tolk River Granary The doors of Tolk River Granary were broken in the night.",
            "The doors of Tolk River Granary were broken in the night",
        ),
        (
            "\"We looked at the granary three years ago and thought that it was dear. Now it is not,\" she said.",
            "\"We looked at the granary three years ago and thought that it was dear\"",
        ),
        (
            "The bill—the Clean Harbours and Rivers Act, which is named after a fisherman who died of an illness he got during a storm — will pay for nine boats.",
            "The bill will pay for nine boats",
        ),
        (
            "If people are unhappy with the great old parties of the county, one of the main reasons is because the two councils have failed to build enough roads ~.",
            "If people are unhappy with the great old parties of the county, one of the main reasons is because the two councils have failed to build enough roads…",
        ),
        // An aside that tells who somebody is gives way to what is told; an adjective keeps its noun.
        (
            "Una Farrow, a member of the oldest guild of millers in the valley who was chosen again by her neighbours in the spring, \
             has said that she will sell the granary~.",
            "Una Farrow has said that she will sell the granary in the valley of the Berg…",
        ),
        (
            "The guild of millers has grown in all those years by the river and has turned to the sale of bread and small, dear, \
             well-baked cakes for the poor.",
            "The guild of millers has grown in all those years by the river and has turned to the sale of bread and small, dear, \
             well-baked cakes for the poor",
        ),
        // What was said of something is told by the words quoted alone.
        (
            "In a letter to the wardens of the islands and to the guild of millers in Tolk on Monday, Una Farrow said of the loss of \
             the old granary by the river and of its nine barns, \"It was a hard blow.\"",
            "In a letter to the wardens of the islands and to the guild of millers in Tolk on Monday, Una Farrow said of the loss of \
             the old granary by the river and of its nine barns, \"It was a hard blow.\"",
        ),
        // What announces words stands before them.
        (
            "The letter of the guild says:\n\nThe granary by the river was built by the fathers of our fathers and shall be kept.",
            "The letter of the guild says: The granary by the river was built by the fathers of our fathers and shall be kept",
        ),
        (
            "The play opens in the U.S. on Nov. 2 and in Spain and Italy in the spring.",
            "The play opens in the U.S. on Nov. 2 and in Spain and Italy in the spring",
        ),
    ] {
        let told = line(&text.replace('~', long));
        if told != cut {
            wrong.push(format!("{told}\n    not: {cut}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
