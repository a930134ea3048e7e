# syntax=docker/dockerfile:1

# The font of the console's headings.
FROM node:24-slim AS web
WORKDIR /web
COPY src/main/web/package.json src/main/web/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
COPY pom.xml ./
COPY bpmn bpmn
COPY camel-routes camel-routes
COPY templates templates
COPY src/main src/main
COPY --from=web /web target/web
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    && cp target/ai-luxe-*.jar ai-luxe.jar \
    && java -Djarmode=tools -jar ai-luxe.jar extract --layers --destination layers

FROM eclipse-temurin:21-jre-noble
RUN groupadd --system --gid 10001 ailuxe \
    && useradd --system --uid 10001 --gid ailuxe --no-create-home --shell /usr/sbin/nologin ailuxe
# What a volume that is mounted here begins as.
RUN install --directory --owner=ailuxe --group=ailuxe /var/lib/ai-luxe/media
WORKDIR /app
# From what changes seldom to what changes with every build.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001:10001
# Webhooks; health and metrics.
EXPOSE 8080 8081
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
# The image has no curl, but a shell that opens sockets.
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-jar", "ai-luxe.jar"]
