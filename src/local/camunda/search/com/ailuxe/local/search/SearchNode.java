package com.ailuxe.local.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.ingest.common.IngestCommonPlugin;
import org.opensearch.join.ParentJoinPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node on the loopback interface with the few modules that Operate and Tasklist
 * need. Arguments: home directory, HTTP port, transport port.
 */
public final class SearchNode extends Node {
  private static final List<Class<? extends Plugin>> MODULES =
      List.of(
          IndexPolicyPlugin.class,
          WholeTimesPlugin.class,
          Netty4Plugin.class,
          CommonAnalysisPlugin.class,
          PainlessPlugin.class,
          MapperExtrasPlugin.class,
          ReindexPlugin.class,
          ParentJoinPlugin.class,
          IngestCommonPlugin.class);

  private SearchNode(Path home, Settings settings) {
    super(
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> "local"),
        MODULES,
        true);
  }

  public static void main(String[] arguments) throws Exception {
    var home = Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(home.resolve("config"));
    var node = new SearchNode(home, settings(home, arguments[1], arguments[2]));
    node.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
    Thread.currentThread().join();
  }

  private static Settings settings(Path home, String httpPort, String transportPort) {
    return Settings.builder()
        .put("path.home", home)
        .put("path.data", home.resolve("data"))
        .put("path.logs", home.resolve("logs"))
        .put("cluster.name", "opensearch")
        .put("node.name", "local")
        .put("network.host", "127.0.0.1")
        .put("http.port", httpPort)
        .put("transport.port", transportPort)
        .put("discovery.type", "single-node")
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .put("cluster.max_shards_per_node", 5000)
        .put("action.destructive_requires_name", false)
        // Else what the collector has not swept yet counts, and searches are refused for it.
        .put("indices.breaker.total.use_real_memory", false)
        .put("node.processors", Math.min(2, Runtime.getRuntime().availableProcessors()))
        .build();
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException e) {
      System.err.println("OpenSearch did not close cleanly: " + e.getMessage());
    }
  }
}
