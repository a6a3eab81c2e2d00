package io.siyu.console;

import io.siyu.order.upload.ImportedFile;
import io.siyu.support.As;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A campaign of a fresh shop with some followers, at a time of its own. */
final class CampaignOnStage {
    /** Far from what other tests do with the clock. */
    static final LocalDate DAY_ONE = LocalDate.of(2031, 12, 10);

    private static final int BUYERS = 12;
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private CampaignOnStage() {}

    static void setClock(LocalDate day, int hour, int minute) {
        ServiceClock.set(day.atTime(hour, minute).toInstant(SHANGHAI));
    }

    /** READY: its first day is {@link #DAY_ONE}, the clock stands ten days before. */
    static void ready(TestShop shop) {
        LocalDate today = DAY_ONE.minusDays(10);
        setClock(today, 9, 0);
        importOrders(shop, today);
        befriend(shop);
        campaign(shop).ready();
    }

    static TestCampaign campaign(TestShop shop) {
        return new TestCampaign(shop)
                .with("name", "双12 暖冬家宴")
                .with("offer", "银耳礼盒立减 20 元")
                .startingOn(DAY_ONE);
    }

    /** Each has bought on one of the last days: the buyers are NEW. */
    private static void importOrders(TestShop shop, LocalDate today) {
        String rows = IntStream.range(0, BUYERS)
                .mapToObj(i -> "N%d,粉丝%02d,%sT10:00:00,88.00,0.00,PAID,".formatted(i, i, today.minusDays(1 + i % 5)))
                .collect(Collectors.joining("\n", ImportedFile.HEADER, "\n"));
        ImportedFile.of(shop, rows);
    }

    /** All become followers of staff1's account. */
    private static void befriend(TestShop shop) {
        List<String> followers = As.seen(As.marketer(), "/shops/{shop}/follower-lists/NEW/followers", shop.id())
                .getList("items.id");
        for (String follower : followers) {
            change(follower, Map.of("status", "INVITED", "accountId", shop.account1()));
            change(follower, Map.of("status", "ADDED"));
        }
    }

    private static void change(String follower, Map<String, Object> change) {
        As.change(As.marketer(), "/followers/{id}", change, follower);
    }
}
