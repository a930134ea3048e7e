package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.News;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says of each conversation in which something has changed that it has. */
@Component
class ConversationNews {
  static final String TOPIC = "conversation";

  private final News news;
  private final JdbcClient jdbc;

  ConversationNews(News news, JdbcClient jdbc) {
    this.news = news;
    this.jdbc = jdbc;
  }

  void changed(AgencyId agency, ConversationId conversation) {
    news.changed(TOPIC, agency, conversation);
  }

  /** Something has changed in the conversation of this message. */
  void changed(MessageId message) {
    jdbc.sql("select agency_id, conversation_id from message where id = ?")
        .param(message.value())
        .query(
            (found, index) -> {
              changed(
                  new AgencyId(found.getObject(1, UUID.class)),
                  new ConversationId(found.getObject(2, UUID.class)));
              return true;
            })
        .list();
  }
}
