package org.goodword.sandbox.wire;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** X says no: the answer that ends the handling of a request, wherever it is found out. */
public final class Refusal extends RuntimeException {
    private static final String PROBLEMS = "https://api.x.com/2/problems/";
    private static final String ONE_OR_MORE = "One or more parameters to your request was invalid.";

    private final transient Reply reply;

    public Refusal(Reply reply) {
        super("refused with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }

    public static String type(String problem) {
        return PROBLEMS + problem;
    }

    /** 400: a parameter is wrong. */
    public static Refusal parameter(String name, String value, String message) {
        var body = problem("Invalid Request", ONE_OR_MORE, type("invalid-request"));
        var error = body.putArray("errors").addObject();
        error.putObject("parameters").putArray(name).add(value);
        error.put("message", message);
        return new Refusal(Reply.problem(400, body));
    }

    /** 400: the request as a whole is wrong, or asks for what was done already. */
    public static Refusal invalid(String message) {
        var body = problem("Invalid Request", ONE_OR_MORE, type("invalid-request"));
        var error = body.putArray("errors").addObject();
        error.putObject("parameters");
        error.put("message", message);
        return new Refusal(Reply.problem(400, body));
    }

    public static Refusal unauthorized() {
        return plain(401, "Unauthorized", "Unauthorized");
    }

    public static Refusal creditsDepleted() {
        var body = problem(
                "CreditsDepleted",
                "Your enrolled account does not have any credits to fulfill this request.",
                type("credits"));
        return new Refusal(Reply.problem(402, body.put("status", 402)));
    }

    public static Refusal forbidden(String detail) {
        return plain(403, "Forbidden", detail);
    }

    public static Refusal notPermitted() {
        return forbidden("You are not permitted to perform this action.");
    }

    /** 403: this way of authenticating does not open this call. */
    public static Refusal unsupportedAuthentication(String used, String supported) {
        var body = problem(
                "Unsupported Authentication",
                "Authenticating with " + used + " is forbidden for this endpoint.  Supported authentication types are ["
                        + supported + "].",
                type("unsupported-authentication"));
        return new Refusal(Reply.problem(403, body.put("status", 403)));
    }

    /** 404 as X gives it for a thing that is gone: with nothing in it. */
    public static Refusal gone() {
        return new Refusal(Reply.empty(404));
    }

    public static Refusal noSuchCall() {
        return plain(404, "Not Found", "Not Found");
    }

    public static Refusal tooMany() {
        return plain(429, "Too Many Requests", "Too Many Requests");
    }

    private static Refusal plain(int status, String title, String detail) {
        return new Refusal(
                Reply.problem(status, problem(title, detail, "about:blank").put("status", status)));
    }

    private static ObjectNode problem(String title, String detail, String type) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("title", title)
                .put("detail", detail)
                .put("type", type);
    }
}
