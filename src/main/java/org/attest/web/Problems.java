package org.attest.web;

import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.attest.force.Reference;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Turns every failure into a {@link Problem} page with the right status, whether it happened in a resource, in a rule, on
 * the way to the database, or before a resource was found. Never a stack trace; what nobody foresaw gets a reference that
 * stands in the log.
 */
@Singleton
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final MediaType PAGE = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    @Inject
    CurrentVertxRequest request;

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    FormToken token;

    @ServerExceptionMapper
    public Response of(Refused refused) {
        return answer(Problem.of(refused));
    }

    @ServerExceptionMapper
    public Response of(Stale stale) {
        return answer(Problem.stale(stale.getMessage()));
    }

    @ServerExceptionMapper
    public Response of(NotFoundException missing) {
        return answer(Problem.of(404));
    }

    @ServerExceptionMapper
    public Response of(ForbiddenException denied) {
        return answer(Problem.of(403));
    }

    /** A status with words of its own, or that leads elsewhere, goes out as it is. */
    @ServerExceptionMapper
    public Response of(WebApplicationException failure) {
        var response = failure.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) return response;
        if (response.getStatus() == 500) return of((Throwable) failure);
        var answer = Response.fromResponse(answer(Problem.of(response.getStatus())));
        response.getHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Allow") || name.equalsIgnoreCase("Retry-After")) {
                answer.header(name, values.get(0));
            }
        });
        return answer.build();
    }

    /** What lies at the bottom of it decides: frameworks wrap a refusal or a clash in exceptions of their own. */
    @ServerExceptionMapper
    public Response of(Throwable failure) {
        return answer(problemIn(failure));
    }

    /** An answer that only has a status, as the check of form tokens gives, gets its page. */
    @ServerResponseFilter
    public void giveWords(ContainerRequestContext asked, ContainerResponseContext response) {
        if (response.getStatus() < 400 || response.hasEntity()) return;
        // a page that is only looked at fails the check when the browser's token is damaged: forget that, or it never
        // ends
        if (response.getStatus() == 400 && asked.getMethod().equals("GET")) token.forget();
        var problem = response.getStatus() == 400 ? Problem.foreignForm() : Problem.of(response.getStatus());
        response.setEntity(problem.html(), new Annotation[0], PAGE);
    }

    /** Failures outside resources: unknown addresses, bodies beyond the limit, what could not be read at all. */
    void outsideResources(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        // what matches no route at all, and what cannot even be parsed into a path
        router.errorHandler(404, this::answer);
        router.errorHandler(400, this::answer);
    }

    private void answer(RoutingContext context) {
        var failure = context.failure();
        boolean leftToSecurity = failure instanceof UnauthorizedException || failure instanceof AuthenticationException;
        if (leftToSecurity
                || context.response().headWritten()
                || context.response().ended()) {
            context.next();
            return;
        }
        int status = context.statusCode() < 400 ? failure == null ? 404 : 500 : context.statusCode();
        var problem = context.get(FrontDoor.FOREIGN) != null
                ? Problem.foreignForm()
                : failure instanceof ForbiddenException
                        ? Problem.of(403)
                        : failure != null && status == 500 ? problemIn(failure) : Problem.of(status);
        FrontDoor.dress(context.response().headers(), context);
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PAGE.toString())
                .end(rendered(problem, context));
    }

    private String rendered(Problem problem, RoutingContext context) {
        var scope = Arc.container().requestContext();
        if (scope.isActive()) return problem.html();
        scope.activate();
        try {
            request.setCurrent(context);
            identity.setIdentity(
                    context.user() instanceof QuarkusHttpUser user
                            ? user.getSecurityIdentity()
                            : QuarkusSecurityIdentity.builder()
                                    .setAnonymous(true)
                                    .build());
            return problem.html();
        } finally {
            scope.terminate();
        }
    }

    private Problem problemIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) return Problem.of(refused);
            if (cause instanceof Stale stale) return Problem.stale(stale.getMessage());
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Problem.stale(null);
            }
            if (cause instanceof ConstraintViolationException broken
                    && broken.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
                return Problem.stale(null);
            }
        }
        var reference = Reference.grouped(Reference.random());
        LOG.errorf(failure, "Problem %s at %s", reference, where());
        return Problem.failed(reference);
    }

    private String where() {
        var current = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return Optional.ofNullable(current)
                .map(c -> c.request().method() + " " + c.request().path())
                .orElse("no request");
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .entity(problem.html())
                .type(PAGE)
                .build();
    }
}
