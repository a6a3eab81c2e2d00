package io.siyu.order;

import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Shows orders. */
@ApplicationScoped
public class OrderService {
    private final OrderRepository orders;

    OrderService(OrderRepository orders) {
        this.orders = orders;
    }

    /** The shop's orders, newest day first. */
    @Transactional
    public Page<OrderResponse> list(long shopId, OrderFilter filter, PageRequest page) {
        filter.check();
        Optional<Cursor> after = page.cursor(2);
        List<OrderResponse> rows = orders.list(
                shopId,
                filter,
                after.map(c -> c.dayAt(0)).orElse(null),
                after.map(c -> c.longAt(1)).orElse(0L),
                page.rowsToRead());
        return Page.of(rows, page.limit(), o -> Cursor.of(o.day(), o.id()));
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for an order of none of these shops */
    @Transactional
    public OrderResponse find(Collection<Long> shopIds, long id) {
        OrderResponse order =
                orders.findInAny(shopIds, id).orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such order."));
        return order.with(orders.listLines(order.shopId().value(), id));
    }
}
