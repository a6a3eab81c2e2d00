package io.siyu.order.file.format;

import io.siyu.order.OrderStatus;
import io.siyu.order.file.cell.StatusWords;

/**
 * The words of the export and of the platform's interface, whose codes some programs write into the column. A group that
 * still waits for buyers has paid; a part payment, a card that is not confirmed and a contract are no payment.
 */
final class TaobaoStates {
    static final StatusWords WORDS = new StatusWords()
            .put(
                    OrderStatus.UNPAID,
                    "等待买家付款",
                    "等待付款",
                    "待付款",
                    "买家未付款",
                    "没有创建支付宝交易",
                    "没有创建外部交易",
                    "没有创建外部交易(支付宝交易)",
                    "买家部分付款",
                    "部分付款",
                    "定金已付，尾款未付",
                    "定金未付，尾款未付",
                    "等待买家付尾款",
                    "国际信用卡支付付款确认中",
                    "外卡支付付款确认中",
                    "付款确认中",
                    "0元购合约中",
                    "余额宝0元购合约中",
                    "TRADE_NO_CREATE_PAY",
                    "WAIT_BUYER_PAY",
                    "PAY_PENDING",
                    "WAIT_PRE_AUTH_CONFIRM")
            .put(
                    OrderStatus.PAID,
                    "买家已付款，等待卖家发货",
                    "买家已付款，等待发货",
                    "买家已付款",
                    "等待卖家发货",
                    "等待发货",
                    "待发货",
                    "卖家部分发货",
                    "部分发货",
                    "拼团中",
                    "已付款但禁止发货",
                    "已付款，禁止发货",
                    "WAIT_SELLER_SEND_GOODS",
                    "SELLER_CONSIGNED_PART",
                    "PAID_FORBID_CONSIGN")
            .put(
                    OrderStatus.SHIPPED,
                    "卖家已发货，等待买家确认",
                    "卖家已发货，等待买家确认收货",
                    "卖家已发货",
                    "已发货",
                    "等待买家确认收货",
                    "待收货",
                    "买家已签收",
                    "买家已签收，货到付款专用",
                    "买家已签收（货到付款专用）",
                    "WAIT_BUYER_CONFIRM_GOODS",
                    "TRADE_BUYER_SIGNED")
            .put(OrderStatus.COMPLETED, "交易成功", "TRADE_FINISHED")
            .put(OrderStatus.REFUNDED, "付款以后用户退款成功，交易自动关闭", "付款以后退款成功，交易关闭", "TRADE_CLOSED")
            .put(
                    OrderStatus.CLOSED,
                    "交易关闭",
                    "交易自动关闭",
                    "交易被淘宝关闭",
                    "被淘宝关闭",
                    "付款以前，卖家或买家主动关闭交易",
                    "付款前，卖家或买家主动关闭交易",
                    "TRADE_CLOSED_BY_TAOBAO");

    private TaobaoStates() {}
}
