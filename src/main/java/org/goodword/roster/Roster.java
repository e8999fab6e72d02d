package org.goodword.roster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goodword.platform.Handle;

/**
 * Who belongs, and how each stands to each. Members are kept in the order of their handles, so that the order of the file
 * decides nothing.
 */
public final class Roster {
    private final Map<Handle, Member> members;
    private final List<Member> inOrder;
    private final Map<String, Trade> trades;
    private final Map<String, Area> areas;
    private final Optional<CircleAccount> circle;

    public Roster(
            Collection<Member> members,
            Map<String, Trade> trades,
            Map<String, Area> areas,
            Optional<CircleAccount> circle) {
        var byHandle = new TreeMap<Handle, Member>();
        members.forEach(member -> byHandle.put(member.handle(), member));
        this.members = new LinkedHashMap<>(byHandle);
        this.inOrder = List.copyOf(byHandle.values());
        this.trades = Map.copyOf(trades);
        this.areas = Map.copyOf(areas);
        this.circle = circle;
    }

    public List<Member> members() {
        return inOrder;
    }

    public Optional<Member> member(Handle handle) {
        return Optional.ofNullable(members.get(handle));
    }

    public Optional<CircleAccount> circle() {
        return circle;
    }

    public boolean isCircle(Handle handle) {
        return circle.map(account -> account.handle().equals(handle)).orElse(false);
    }

    /** The hours of a member or of the circle account; empty for a stranger. */
    public Optional<Waking> waking(Handle voice) {
        return isCircle(voice)
                ? circle.map(CircleAccount::waking)
                : member(voice).map(Member::waking);
    }

    /** The business's name, or the handle of somebody who is no longer here. */
    public String name(Handle handle) {
        return isCircle(handle)
                ? circle.map(CircleAccount::name).orElseThrow()
                : member(handle).map(Member::name).orElse(handle.toString());
    }

    public Map<String, Trade> trades() {
        return trades;
    }

    public Map<String, Area> areas() {
        return areas;
    }

    public Optional<Trade> trade(Member member) {
        return Optional.ofNullable(trades.get(member.trade()));
    }

    /** Same trade in the same area, trades that are listed as rivals, or one names the other in {@code not-with}. */
    public boolean rivals(Member one, Member other) {
        return (one.trade().equals(other.trade()) && one.area().equals(other.area()))
                || lists(one, other)
                || lists(other, one)
                || blocked(one, other);
    }

    public boolean blocked(Member one, Member other) {
        return one.notWith().contains(other.handle()) || other.notWith().contains(one.handle());
    }

    private boolean lists(Member one, Member other) {
        return trade(one).map(trade -> trade.rivals().contains(other.trade())).orElse(false);
    }

    public boolean complementary(Member one, Member other) {
        return complements(one, other) || complements(other, one);
    }

    private boolean complements(Member one, Member other) {
        return trade(one)
                .map(trade -> trade.complements().contains(other.trade()))
                .orElse(false);
    }

    /** 1 in the same area, ½ in neighbouring areas, else 0. */
    public double nearness(Member one, Member other) {
        if (one.area().equals(other.area())) {
            return 1;
        }
        var area = areas.get(one.area());
        return area != null && area.neighbours().contains(other.area()) ? 0.5 : 0;
    }

    public boolean shareLanguage(Member one, Member other) {
        return one.languages().stream().anyMatch(other.languages()::contains);
    }

    /** This roster with other members in place of its own. */
    public Roster with(Collection<Member> members) {
        return new Roster(members, trades, areas, circle);
    }

    public Roster withoutCircle() {
        return new Roster(inOrder, trades, areas, Optional.empty());
    }
}
