package io.siyu.order.post;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** A batch of orders; a bare array is taken as well. */
@JsonDeserialize(using = PostOrdersReader.class)
public record PostOrdersRequest(
        @NotNull @Size(min = 1, max = MOST_ORDERS) List<PostOrderRequest> orders) {
    public static final int MOST_ORDERS = 1000;
}
