package com.ailuxe.replicas;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import org.springframework.beans.factory.ObjectProvider;

/** Makes news of every change of an entity, wherever in its module that is decided. */
public class EntityNews {
  private final ObjectProvider<News> news;

  public EntityNews(ObjectProvider<News> news) {
    this.news = news;
  }

  /** Called for each entity that was written, within the transaction. */
  @PostPersist
  @PostUpdate
  public void written(Newsworthy entity) {
    news.ifAvailable(
        known -> known.changed(entity.newsTopic(), entity.newsAgency(), entity.newsSubject()));
  }
}
