package io.siyu.task.queue;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;
import java.util.List;

/** Which tasks are asked for; what is left out does not narrow. */
public class TaskListRequest {
    @QueryParam("mine")
    @DefaultValue("false")
    public boolean mine;

    @QueryParam("status")
    public TaskStatus status;

    @QueryParam("shop")
    public Id shop;

    @QueryParam("kind")
    public TaskKind kind;

    @QueryParam("campaign")
    public Id campaign;

    @QueryParam("account")
    public Id account;

    @QueryParam("staff")
    @Parameter(description = "whose work it is, or who holds it")
    public Id staff;

    @QueryParam("day")
    @Parameter(description = "the shop's day on which it is due, until midnight included")
    public LocalDate day;

    @QueryParam("snoozed")
    @DefaultValue("false")
    public boolean snoozed;

    TaskFilter filter() {
        return new TaskFilter(status, kind == null ? List.of() : List.of(kind), snoozed);
    }

    /** Whether it asks for so few that all of them can be counted. */
    boolean isNarrow() {
        return campaign != null || account != null || staff != null || day != null;
    }
}
