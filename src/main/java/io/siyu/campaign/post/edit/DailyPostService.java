package io.siyu.campaign.post.edit;

import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.DailyPostTouched;
import io.siyu.campaign.post.PostChanged;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.rule.PostChecks;
import io.siyu.campaign.post.rule.PostGate;
import io.siyu.content.RuleViolation;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Posts outside any campaign. They have no gates, so an edit that breaks a rule is refused at once. */
@ApplicationScoped
public class DailyPostService {
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final CampaignPostRepository posts;
    private final PostChoices choices;
    private final PostChecks checks;
    private final PostResponses responses;
    private final Event<PostChanged> changed;
    private final Event<DailyPostTouched> touched;
    private final AuditTrail audit;
    private final Clock clock;

    public DailyPostService(
            CampaignPostRepository posts,
            PostChoices choices,
            PostChecks checks,
            PostResponses responses,
            Event<PostChanged> changed,
            Event<DailyPostTouched> touched,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.posts = posts;
        this.choices = choices;
        this.checks = checks;
        this.responses = responses;
        this.changed = changed;
        this.touched = touched;
        this.clock = clock;
    }

    @Transactional
    public PostResponse add(Member member, CreateDailyPostRequest request) {
        PostTerms terms = request.terms(choices.of(member.shopId()));
        requirePossible(member.shop(), terms);
        CampaignPost post = CampaignPost.daily(member.shopId(), terms, clock.instant());
        posts.persist(post);
        checkAndTell(member.shop(), post);
        audit.record(Act.on(member.shopId(), "post", post.id())
                .to(PostResponse.from(post, member.shop().zone())));
        return responses.one(post, member.shop().zone());
    }

    /** In the transaction in which the post was found. */
    PostResponse update(Member member, CampaignPost post, String ifMatch, UpdatePostRequest request) {
        if (request.day() != null) {
            throw ErrorCode.VALIDATION_FAILED.problem("day", "NotHere", "A daily post has a date.");
        }
        ETags.requireMatch(ifMatch, post.version());
        requireNotGoneOut(member.shop(), post);
        PostTerms terms = request.over(post.terms(), null, choices.of(member.shopId()));
        requirePossible(member.shop(), terms);
        PostResponse before = PostResponse.from(post, member.shop().zone());
        if (post.change(terms)) {
            checkAndTell(member.shop(), post);
            touched.fire(new DailyPostTouched(post, member.username()));
        }
        PostResponse after = PostResponse.from(post, member.shop().zone());
        audit.record(Act.on(post.shopId(), "post", post.id()).from(before).to(after));
        return responses.one(post, member.shop().zone());
    }

    /** In the transaction in which the post was found. */
    void remove(Member member, CampaignPost post) {
        Shop shop = member.shop();
        requireNotGoneOut(shop, post);
        audit.record(Act.on(post.shopId(), "post", post.id()).from(PostResponse.from(post, shop.zone())));
        post.remove();
        posts.flush();
        changed.fire(new PostChanged(post.shopId(), post.id()));
        touched.fire(new DailyPostTouched(post, member.username()));
    }

    public Page<PostResponse> list(Shop shop, LocalDate from, LocalDate to, PageRequest page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        Optional<Cursor> after = page.cursor(3);
        List<CampaignPost> rows = posts.listDailyAfter(
                shop.id(),
                from == null ? FIRST_DAY : from,
                to == null ? LAST_DAY : to,
                after.map(c -> c.dayAt(0)).orElse(FIRST_DAY),
                after.map(c -> (int) c.longAt(1)).orElse(0),
                after.map(c -> c.longAt(2)).orElse(0L),
                page.rowsToRead());
        Page<CampaignPost> cut = Page.of(rows, page.limit(), p -> Cursor.of(p.day(), p.minuteOfDay(), p.id()));
        return new Page<>(responses.some(cut.items(), shop.zone()), cut.next());
    }

    private void checkAndTell(Shop shop, CampaignPost post) {
        posts.flush();
        List<RuleViolation> broken = checks.check(shop, null, List.of(post));
        if (broken.stream().anyMatch(RuleViolation::isError)) {
            throw ErrorCode.GATE_UNMET.problem(
                    language -> "The post breaks a rule.", language -> PostGate.broken(broken, language));
        }
        changed.fire(new PostChanged(post.shopId(), post.id()));
    }

    private void requirePossible(Shop shop, PostTerms terms) {
        if (!terms.day().atTime(terms.at()).atZone(shop.zone()).toInstant().isAfter(clock.instant())) {
            throw ErrorCode.VALIDATION_FAILED.problem("date", "InPast", "The time of the post is over.");
        }
        choices.require(shop.id(), terms);
    }

    private void requireNotGoneOut(Shop shop, CampaignPost post) {
        if (!post.scheduledAt(shop.zone()).isAfter(clock.instant())) {
            throw ErrorCode.STATE_CONFLICT.problem("The post has gone out.");
        }
    }
}
