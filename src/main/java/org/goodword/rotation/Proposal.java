package org.goodword.rotation;

import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.roster.Kind;
import org.goodword.roster.Mode;

/**
 * One voice doing one kind of thing for one subject: what is to be judged, dealt and in the end sent.
 *
 * @param author who wrote the post that is carried; for an introduction the voice itself
 * @param post the post to carry; empty for an introduction
 * @param words the human words of an introduction, without disclosure; empty for a repost
 * @param composed exactly what goes out, disclosure first; empty for a repost
 * @param mode how it is done, the strictest of all that was said
 */
public record Proposal(
        Kind kind,
        Handle voice,
        Handle subject,
        Handle author,
        Optional<Post> post,
        Optional<String> words,
        Optional<String> composed,
        Mode mode) {

    public Proposal {
        var complete = kind == Kind.REPOST ? post.isPresent() : words.isPresent() && composed.isPresent();
        if (!complete) {
            throw new IllegalArgumentException("a " + kind + " by " + voice + " lacks what it would send");
        }
    }

    public static Proposal repost(Handle voice, Handle subject, Handle author, Post post, Mode mode) {
        return new Proposal(
                Kind.REPOST, voice, subject, author, Optional.of(post), Optional.empty(), Optional.empty(), mode);
    }

    public static Proposal introduction(Handle voice, Handle subject, String words, String composed, Mode mode) {
        return new Proposal(
                Kind.INTRODUCTION,
                voice,
                subject,
                voice,
                Optional.empty(),
                Optional.of(words),
                Optional.of(composed),
                mode);
    }
}
