package com.ailuxe.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * The client that camel-whatsapp and camel-telegram call their provider with. A call runs on the
 * thread that sends, over our connections and within their time-outs, and it never returns to the
 * component: it ends with what the provider answered, whatever that is, or with what broke it. So
 * no component waits for ever, goes on in the route before the message has an outcome, or throws
 * and logs what stands in an answer; and none knows a token, which {@link ProviderCredentials} puts
 * into the call that is made.
 */
final class GuardedHttpClient extends HttpClient {
  private static final ContentType JSON = ContentType.create("application/json");

  private final CloseableHttpClient connections;

  GuardedHttpClient(CloseableHttpClient connections) {
    this.connections = connections;
  }

  /**
   * Has a component send one message with such a client. What it leaves is what a step of
   * camel-http leaves: status and bytes of the answer in the message, or the exception of a broken
   * call.
   */
  static void send(Exchange exchange, AsyncCallback callback, Runnable component) {
    try {
      component.run();
      exchange.setException(new IllegalStateException("The component did not call the provider"));
    } catch (Answered answer) {
      exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status);
      exchange.getMessage().setBody(answer.body);
    } catch (UncheckedIOException broken) {
      exchange.setException(broken.getCause());
    }
    callback.done(false);
  }

  /**
   * What the provider answers.
   *
   * @throws UncheckedIOException when the call breaks
   */
  Answered post(URI address, byte[] json) {
    var call = new HttpPost(address);
    call.setEntity(new ByteArrayEntity(json, JSON));
    try {
      return connections.execute(call, Answered::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> reader) {
    throw post(request.uri(), bytes(request));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> reader, PushPromiseHandler<T> pushes) {
    return sendAsync(request, reader);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> reader) {
    throw post(request.uri(), bytes(request));
  }

  private static byte[] bytes(HttpRequest request) {
    var bytes = new Bytes(BodySubscribers.ofByteArray());
    request.bodyPublisher().orElseThrow().subscribe(bytes);
    return bytes.all.getBody().toCompletableFuture().join();
  }

  /** What the JDK offers for answers, for the body of a request. */
  private record Bytes(BodySubscriber<byte[]> all) implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      all.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer part) {
      all.onNext(List.of(part));
    }

    @Override
    public void onError(Throwable failure) {
      all.onError(failure);
    }

    @Override
    public void onComplete() {
      all.onComplete();
    }
  }

  /** Leaves a component with the provider's answer, past whatever the component makes of those. */
  static final class Answered extends RuntimeException {
    private final int status;
    private final byte[] body;

    private Answered(ClassicHttpResponse answer) throws IOException {
      super("HTTP " + answer.getCode(), null, false, false);
      status = answer.getCode();
      var entity = answer.getEntity();
      body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    }
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.empty();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public SSLContext sslContext() {
    throw new UnsupportedOperationException("The connections have their own");
  }

  @Override
  public SSLParameters sslParameters() {
    throw new UnsupportedOperationException("The connections have their own");
  }
}
