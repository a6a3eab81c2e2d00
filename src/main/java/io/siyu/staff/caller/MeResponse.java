package io.siyu.staff.caller;

import io.siyu.platform.ids.Id;

import java.util.List;

/** Who the caller is and where that person works. */
public record MeResponse(String username, String displayName, List<String> roles, List<MyShop> shops) {
    /** One shop of the caller, with the caller's staff id and effective roles there. */
    public record MyShop(Id id, String name, Id staffId, String displayName, List<String> roles) {}
}
