package org.goodword.roster.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a sheet can be about, and the headings people give it. */
enum Column {
    HANDLE(
            "handle",
            "x",
            "xhandle",
            "xaccount",
            "xusername",
            "xtwitter",
            "twitterx",
            "twitter",
            "twitterhandle",
            "twitteraccount",
            "twitterusername",
            "account",
            "username"),
    NAME(
            "name",
            "business",
            "businessname",
            "nameofbusiness",
            "company",
            "companyname",
            "shop",
            "shopname",
            "tradingname",
            "trader",
            "organisation",
            "organization",
            "member"),
    TRADE("trade", "type", "typeofbusiness", "businesstype", "category", "sector", "kind", "line", "lineofbusiness"),
    AREA("area", "town", "place", "location", "village", "district", "neighbourhood", "neighborhood"),
    EMAIL("email", "emailaddress", "mail", "contactemail"),
    TIME_ZONE("time-zone", "timezone", "zone", "tz"),
    HOURS("hours", "openinghours", "openingtimes", "opentimes", "open", "opening", "businesshours"),
    LANGUAGES("languages", "language"),
    CAPACITY("capacity"),
    WANT("want"),
    SINCE(
            "consent since",
            "consent",
            "consentsince",
            "consentdate",
            "dateofconsent",
            "consentgiven",
            "consentgivenon",
            "agreed",
            "agreedon",
            "signed",
            "signedon"),
    UNTIL("consent until", "consentuntil", "consentends", "until"),
    SPOKEN_FOR("spoken-for", "spokenfor", "maybespokenfor"),
    INTRODUCTIONS("introductions", "introduction", "introduces"),
    REPOSTS("reposts", "repost", "retweets"),
    CARRY("carry"),
    SKIP_WORDS("skip-words", "skipwords"),
    ABOUT("about", "aboutus", "description", "blurb", "inyourownwords", "inherownwords"),
    OFFERS("offers", "offer", "cangive", "canoffer"),
    NEEDS("needs", "need", "lookingfor"),
    NOT_WITH("not-with", "notwith");

    private final String word;
    private final String headings;

    Column(String word, String... headings) {
        this.word = word;
        this.headings = " " + String.join(" ", headings) + " ";
    }

    /** The heading that is always understood. */
    String word() {
        return word;
    }

    static Optional<Column> of(String heading) {
        var bare = bare(heading);
        return Arrays.stream(values())
                .filter(column -> bare(column.word).equals(bare)
                        || (!bare.isEmpty() && column.headings.contains(" " + bare + " ")))
                .findFirst();
    }

    /** Letters alone: "E-mail address" and "email_address" are the same. */
    private static String bare(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
